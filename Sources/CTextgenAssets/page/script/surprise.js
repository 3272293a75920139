// Surpresa: a text coloured by how little the model expected each word.

const surprise = { requests: newest(), details: newest(), words: [] };

async function colour(event) {
  event?.preventDefault();
  const found = await surprise.requests.run((signal) =>
    post("/v1/surprise", { text: shown("surprise-text").value, model: chosenModel() }, signal));
  if (!found) return;
  surprise.words = found.words;
  surprise.details.stop();
  shown("word-detail").textContent = "";
  shown("coloured").replaceChildren(...found.words.flatMap((word, index) => {
    const span = document.createElement("span");
    const [space, rest] = word.text.match(/^(\s*)([\s\S]*)$/).slice(1);
    span.lang = "pt";
    span.textContent = rest;
    span.className = `b${heat(word.bits)}`;
    span.tabIndex = index === 0 ? 0 : -1;
    span.addEventListener("focus", () => detail(index));
    span.addEventListener("pointerenter", () => detail(index));
    return space === "" ? [span] : [space, span];
  }));
  shown("legend").hidden = false;
  shown("legend").replaceChildren(...[0, 2, 4, 6, 8, 10, 12, 14].map((bits) => {
    const span = document.createElement("span");
    span.className = `b${heat(bits)}`;
    span.textContent = text("legend", { bits });
    return span;
  }));
  shown("surprise-mean").textContent = found.bits_per_character === null ? ""
    : text("mean", { bits: number(found.bits_per_character, 2) });
}

// What word `index` costs, and what was expected in its place.
async function detail(index) {
  const word = surprise.words[index];
  const sentence = text("wordDetail", {
    word: word.text.trim(), bits: number(word.bits, 1), odds: number(Math.max(1, Math.round(2 ** word.bits))),
  });
  shown("word-detail").textContent = sentence;
  const before = surprise.words.slice(0, index).map((word) => word.text).join("");
  const space = word.text.match(/^\s*/)[0];
  const found = await surprise.details.run((signal) =>
    post("/v1/next-words", { text: before + space, partial: false, count: 4, model: chosenModel() }, signal));
  const words = found?.positions[0].candidates.map((candidate) => candidate.word);
  if (words?.length) shown("word-detail").textContent = `${sentence} ${text("expected", { words: words.join(", ") })}`;
}

function walkWords(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const spans = [...shown("coloured").children];
  const place = spans.indexOf(document.activeElement);
  if (!step || place < 0 || !spans[place + step]) return;
  event.preventDefault();
  spans[place].tabIndex = -1;
  spans[place + step].tabIndex = 0;
  spans[place + step].focus();
}

function beginSurprise() {
  shown("surprise-form").addEventListener("submit", colour);
  shown("coloured").addEventListener("keydown", walkWords);
}
