// Lacunas: words for the places of a text where some are missing.

const blanks = { requests: newest(), parts: [], chosen: [] };

async function fillBlanks(event) {
  event?.preventDefault();
  const given = shown("blanks-text").value;
  const found = await blanks.requests.run((signal) =>
    post("/v1/fill", { text: given, count: 5, model: chosenModel() }, signal));
  if (!found) return;
  // The text between the places: offsets count characters as people do.
  const characters = [...new Intl.Segmenter("pt").segment(given)].map((part) => part.segment);
  blanks.parts = [];
  let start = 0;
  for (const { offset } of found.positions) {
    blanks.parts.push(characters.slice(start, offset).join(""));
    start = offset;
    // A blank is underscores or dots; a full stop after underscores ends a sentence.
    const mark = characters[start] === "_" ? /^_$/ : /^[.…]$/;
    while (mark.test(characters[start] ?? "")) start += 1;
  }
  blanks.last = characters.slice(start).join("");
  blanks.chosen = found.positions.map((position) => position.candidates[0]?.word ?? "…");
  shown("places").replaceChildren(...found.positions.map(placeOf));
  showFilled();
}

function placeOf(position, index) {
  const set = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = text("blank", { number: index + 1 });
  set.append(legend, ...position.candidates.map((candidate, number) => {
    const label = document.createElement("label");
    const button = document.createElement("input");
    button.type = "radio";
    button.name = `place-${index}`;
    button.checked = number === 0;
    button.addEventListener("change", () => {
      blanks.chosen[index] = candidate.word;
      showFilled();
    });
    const word = document.createElement("span");
    word.lang = "pt";
    word.textContent = candidate.word;
    const share = document.createElement("small");
    share.textContent = percent(candidate.probability);
    label.append(button, word, share);
    return label;
  }));
  return set;
}

function showFilled() {
  shown("filled").replaceChildren(...blanks.parts.flatMap((part, index) => {
    const word = document.createElement("mark");
    word.textContent = blanks.chosen[index];
    return [part + (part === "" || /\s$/.test(part) ? "" : " "), word];
  }), blanks.last ?? "");
}

function beginBlanks() {
  shown("blanks-form").addEventListener("submit", fillBlanks);
  shown("add-blank").addEventListener("click", () => {
    const field = shown("blanks-text");
    field.focus();
    document.execCommand("insertText", false, "___");
  });
}
