// Poema: verses as they are written.

const poem = { requests: newest(), text: "" };

const poemModel = () => [...shown("model").options].find((option) => option.value === "poesia")?.value ?? chosenModel();

function showVerses() {
  shown("verses").replaceChildren(...poem.text.replace(/^\n+/, "").split("\n").map((line) => {
    const verse = document.createElement("li");
    verse.lang = "pt";
    verse.textContent = line;
    verse.classList.toggle("space", line.trim() === "");
    return verse;
  }));
}

async function writePoem(event) {
  event?.preventDefault();
  const list = shown("verses");
  const first = shown("first-words").value;
  const lines = Math.min(60, Math.max(1, Math.round(Number(shown("lines").value) || 8)));
  poem.text = first;
  showVerses();
  shown("poem-note").textContent = "";
  list.ariaBusy = "true";
  shown("stop-poem").disabled = false;
  let seed = null;
  const body = {
    model: poemModel(), prompt: first, lines, max_tokens: 2000, temperature: Number(shown("temperature").value),
    seed: shown("seed").value === "" ? undefined : Number(shown("seed").value),
  };
  keepAddress();
  const isWhole = await poem.requests.run(async (signal) => {
    await stream("/v1/completions", body, signal, (part) => {
      seed = part.seed;
      poem.text += part.choices[0]?.text ?? "";
      showVerses();
    });
    return true;
  });
  list.ariaBusy = "false";
  shown("stop-poem").disabled = true;
  shown("copy-poem").disabled = poem.text === "";
  if (seed !== null) {
    shown("poem-note").textContent = (isWhole ? "" : `${text("stopped")} `) + text("poemNote", { seed });
    keepAddress(seed);
  }
}

const showDegrees = () => { shown("degrees").textContent = number(Number(shown("temperature").value), 2); };

function beginPoem() {
  shown("poem-form").addEventListener("submit", writePoem);
  shown("stop-poem").addEventListener("click", () => poem.requests.stop());
  shown("copy-poem").addEventListener("click", () => navigator.clipboard.writeText(poem.text));
  shown("temperature").addEventListener("input", showDegrees);
  for (const id of ["temperature", "lines", "seed"]) shown(id).addEventListener("change", () => keepAddress());
}
