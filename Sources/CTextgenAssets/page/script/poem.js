// Poema: free lines as they are written, and poems of a form as they are found.

const poem = { requests: newest(), text: "", lines: [] };

const poemModel = () => (models.has("poesia") ? "poesia" : chosenModel());
const poemForm = () => shown("form").value;

const forms = ["quadra", "trova", "soneto", "soneto-ingles", "oitava", "terza-rima", "sextilha", "setilha", "decima",
  "haicai", "haicai-guilhermino", "redondilha-maior", "redondilha-menor", "decassilabo", "alexandrino", "verso-branco"];

// A list of verses; each may tell its syllables, stresses and rhyme.
function showVerses(stanzas, isScanned = false) {
  shown("verses").replaceChildren(...stanzas.flatMap((stanza, index) => {
    const verses = stanza.map((line) => {
      const [verse, text] = [document.createElement("li"), document.createElement("span")];
      text.lang = "pt";
      text.textContent = line.text;
      verse.append(text);
      if (isScanned && line.syllables !== null) {
        const note = document.createElement("small");
        note.textContent = `${line.syllables} · ${line.stresses.join(" ")} · ${line.rhyme}`;
        note.ariaLabel = scansion(line);
        note.role = "img";
        verse.append(note);
      }
      return verse;
    });
    if (index === 0) return verses;
    const space = document.createElement("li");
    space.className = "space";
    return [space, ...verses];
  }));
}

const scansion = (line) => text("scansion", {
  syllables: line.syllables, stresses: line.stresses.join(", "), rhyme: line.rhyme,
});

const stanzasOf = (whole) => whole.replace(/^\n+|\n+$/g, "").split(/\n\s*\n/)
  .map((stanza) => stanza.split("\n").map((line) => ({ text: line })));

async function writePoem(event) {
  event?.preventDefault();
  poem.text = "";
  showVerses([]);
  shown("poem-note").textContent = "";
  shown("verses").ariaBusy = "true";
  shown("stop-poem").disabled = false;
  keepAddress();
  const seed = shown("seed").value === "" ? undefined : Number(shown("seed").value);
  const body = { model: poemModel(), temperature: Number(shown("temperature").value), seed };
  const found = await poem.requests.run((signal) => (poemForm() === "" ? writeFreely(body, signal) : writeForm(body, signal)));
  if (!found && poem.requests.isRunning) return;
  shown("verses").ariaBusy = "false";
  shown("stop-poem").disabled = true;
  shown("copy-poem").disabled = poem.text === "";
  const parts = [found || !shown("problem").hidden ? "" : text("stopped"), found?.problem ?? "", found?.unknown ?? ""];
  if (found?.seed !== undefined) {
    parts.push(text("poemNote", { seed: found.seed }));
    keepAddress(found.seed);
  }
  shown("poem-note").textContent = parts.filter(Boolean).join(" ");
}

// Lines that keep no form.
async function writeFreely(body, signal) {
  let seed;
  poem.text = shown("first-words").value;
  showVerses(stanzasOf(poem.text));
  const lines = Math.min(60, Math.max(1, Math.round(Number(shown("lines").value) || 8)));
  const request = { ...body, prompt: poem.text, lines, max_tokens: 2000 };
  await stream("/v1/completions", request, signal, (part) => {
    seed = part.seed;
    poem.text += part.choices[0]?.text ?? "";
    showVerses(stanzasOf(poem.text));
  });
  return { seed };
}

// A poem of a form: lines come, are taken back where nothing rhymes with them, and are scanned at the end.
async function writeForm(body, signal) {
  let found = {};
  const lines = [];
  const filled = (id) => shown(id).value.trim() || undefined;
  const request = {
    ...body, form: poemForm(), theme: filled("theme-words"), first_line: filled("first-line"), acrostic: filled("acrostic"),
  };
  await stream("/v1/verse", request, signal, (part) => {
    if (part.line !== undefined) lines.push({ text: part.line });
    if (part.retract !== undefined) lines.length -= part.retract;
    if (part.stopped === undefined) return showVerses([lines]);
    found = {
      seed: part.seed, problem: part.failure && text(`failed_${part.failure.reason}`, { line: part.failure.line }),
      unknown: part.unknown_theme.length ? text("unknownTheme", { words: part.unknown_theme.join(", ") }) : "",
    };
    poem.text = part.text ?? "";
    showVerses(part.stanzas ?? [], true);
  });
  return found;
}

const showDegrees = () => { shown("degrees").textContent = number(Number(shown("temperature").value), 2); };

// Shows the fields of the form that is chosen.
function chooseForm() {
  for (const field of document.querySelectorAll("[data-for]")) {
    field.hidden = (field.dataset.for === "form") === (poemForm() === "");
  }
}

function beginPoem() {
  shown("form").append(...forms.map((form) => new Option(form.replaceAll("-", " "), form)));
  shown("poem-form").addEventListener("submit", writePoem);
  shown("stop-poem").addEventListener("click", () => poem.requests.stop());
  shown("copy-poem").addEventListener("click", () => navigator.clipboard.writeText(poem.text));
  shown("temperature").addEventListener("input", showDegrees);
  shown("form").addEventListener("change", chooseForm);
  for (const id of ["temperature", "lines", "seed", "form"]) shown(id).addEventListener("change", () => keepAddress());
}
