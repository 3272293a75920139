// Escrever: a text with the words that may come next.

const writing = {
  slots: [], ghost: "", softSpace: -1, keys: 0, isHidden: false, lastDigit: "",
  requests: newest(), announcing: 0, isComposing: false, isChoosing: false,
};

const slotCount = () => (isSlow() ? 9 : 5);

// The text before the cursor.
function beforeCursor() {
  const field = shown("text");
  return field.value.slice(0, field.selectionStart);
}

async function suggest() {
  const field = shown("text");
  if (writing.isComposing || field.selectionStart !== field.selectionEnd) return;
  const before = beforeCursor();
  const isSoft = writing.softSpace === before.length && before.endsWith(" ");
  const request = {
    text: isSoft ? before.slice(0, -1) : before, partial: !isSoft, count: slotCount(), letters: isSlow(),
    model: chosenModel(),
  };
  const found = await writing.requests.run(async (signal) => {
    if (shown("learn").checked) await beginSession();
    return post("/v1/next-words", { ...request, session: learning.session ?? undefined }, signal).catch((error) => {
      if (error.code !== "session_not_found") throw error;
      learning.session = null;
      return suggest();
    });
  });
  if (!found || before !== beforeCursor()) return;
  const candidates = found.positions[0].candidates;
  const sum = candidates.reduce((sum, candidate) => sum + candidate.probability, 0);
  const { whole, typed } = isSoft ? { whole: before, typed: "" } : lastWord(before);
  writing.slots = placed(writing.slots, sum < 0.05 ? [] : candidates, slotCount());
  const best = candidates.find((candidate) => !candidate.mark);
  const isAtEnd = /^(\n|$)/.test(field.value.slice(field.selectionEnd));
  writing.ghost = !writing.isHidden && isAtEnd && best && best.probability >= 0.2 && sum >= 0.05
    ? rest(cased(best.word, typed, whole), typed) : "";
  showCandidates(whole, typed);
  showLetters(found.letters ?? []);
  showGhost();
  announce();
  if (learning.session) showLearned();
}

function showCandidates(whole, typed) {
  const list = shown("candidates");
  list.tabIndex = writing.slots.some(Boolean) ? 0 : -1;
  list.replaceChildren(...writing.slots.flatMap((candidate, place) => {
    if (!candidate) return [];
    const option = document.createElement("div");
    option.role = "option";
    option.id = `candidate-${place}`;
    option.ariaSelected = "false";
    option.tabIndex = -1;
    const digit = document.createElement("small");
    digit.textContent = place + 1;
    const word = document.createElement("span");
    word.lang = "pt";
    word.textContent = candidate.mark ? candidate.word : cased(candidate.word, typed, whole);
    const share = document.createElement("small");
    share.textContent = percent(candidate.probability);
    option.style.setProperty("--share", candidate.probability);
    option.append(digit, word, share);
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => choose(place));
    return [option];
  }));
}

function showGhost() {
  const layer = shown("ghost");
  layer.replaceChildren(beforeCursor());
  if (writing.ghost !== "") {
    const ghost = document.createElement("i");
    ghost.textContent = writing.ghost;
    // A word that does not fit goes on in the next line; the letters typed stay where they are.
    layer.append(document.createElement("wbr"), ghost);
  }
  layer.append(shown("text").value.slice(shown("text").selectionEnd) + "\n");
  layer.scrollTop = shown("text").scrollTop;
}

function announce() {
  clearTimeout(writing.announcing);
  const words = writing.slots.filter(Boolean).map((candidate) => candidate.word);
  if (!shown("spoken").checked || words.length === 0) return;
  writing.announcing = setTimeout(() => {
    shown("announcement").textContent = text("announcement", { count: words.length, words: words.join(", ") });
  }, 700);
}

function showFigures() {
  const characters = [...shown("text").value].length;
  const values = { characters: number(characters), keys: number(writing.keys) };
  shown("figures").textContent = characters > 0 && writing.keys < characters
    ? text("figures", { ...values, share: percent(saved(characters, writing.keys)) }) : text("figuresNone", values);
}

// Puts text in the place of the `length` characters before the cursor, as one step of the browser's undo.
function replaceBefore(length, added) {
  const field = shown("text");
  field.focus();
  field.setSelectionRange(field.selectionStart - length, field.selectionEnd);
  document.execCommand(added === "" ? "delete" : "insertText", false, added);
}

function choose(place) {
  const candidate = writing.slots[place];
  if (!candidate) return;
  take(candidate.word, candidate.mark);
}

function take(word, isMark = false) {
  const before = beforeCursor();
  const isSoft = writing.softSpace === before.length && before.endsWith(" ");
  const after = shown("text").value.slice(shown("text").selectionEnd);
  const space = /^[\s.,;:!?)»”]/.test(after) ? "" : " ";
  const { whole, typed } = isMark || isSoft ? { whole: before, typed: "" } : lastWord(before);
  writing.isChoosing = true;
  if (isMark) replaceBefore(isSoft ? 1 : 0, word + space);
  else replaceBefore(typed.length, cased(word, typed, whole) + space);
  writing.isChoosing = false;
  writing.keys += 1;
  writing.softSpace = space === "" ? -1 : shown("text").selectionStart;
  writing.isHidden = false;
  changed();
}

// Takes notice of another text or cursor.
function changed() {
  writing.cursor = shown("text").selectionStart;
  writing.ghost = "";
  showGhost();
  showFigures();
  suggest();
}

function typed(event) {
  if (writing.isChoosing) return;
  const field = shown("text");
  const isBack = event.inputType === "historyUndo" || event.inputType === "historyRedo";
  // What is undone comes back selected, and the next letter would replace it.
  if (isBack) field.setSelectionRange(field.selectionEnd, field.selectionEnd);
  else writing.keys = field.value === "" ? 0 : writing.keys + 1;
  // A mark takes the soft space before it.
  const isAfterSoft = writing.softSpace >= 0 && field.selectionStart === writing.softSpace + 1;
  if (event.inputType === "insertText" && event.data && isAfterSoft && closing.test(event.data)) {
    writing.isChoosing = true;
    replaceBefore(event.data.length + 1, event.data);
    writing.isChoosing = false;
  }
  writing.softSpace = -1;
  if (/\s/.test(event.data ?? "")) writing.isHidden = false;
  changed();
}

function pressed(event) {
  if (event.isComposing || event.keyCode === 229) return;
  const field = shown("text");
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === "Tab" && isPlain && !event.shiftKey && writing.ghost !== "") {
    event.preventDefault();
    const { typed } = lastWord(beforeCursor());
    take((writing.softSpace === field.selectionStart ? "" : typed) + writing.ghost);
  } else if (event.key === "Escape") {
    writing.isHidden = true;
    writing.ghost = "";
    showGhost();
  } else if (event.key === "ArrowDown" && isPlain && !field.value.slice(field.selectionEnd).includes("\n")
    && shown("candidates").firstChild) {
    event.preventDefault();
    select(shown("candidates").firstChild);
  } else if (/^[1-9]$/.test(event.key) && isPlain && shown("digits").checked) {
    if (writing.lastDigit === event.key) {
      // Twice: the digit was meant.
      event.preventDefault();
      writing.isChoosing = true;
      document.execCommand("undo");
      document.execCommand("insertText", false, event.key);
      writing.isChoosing = false;
      writing.softSpace = -1;
      writing.lastDigit = "";
      writing.keys += 1;
      changed();
      return;
    }
    if (writing.slots[event.key - 1]) {
      event.preventDefault();
      choose(event.key - 1);
      writing.lastDigit = event.key;
      return;
    }
  }
  if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) writing.lastDigit = "";
}

function select(option) {
  for (const other of shown("candidates").children) other.ariaSelected = String(other === option);
  option.focus();
  option.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function pressedInCandidates(event) {
  const option = event.target.closest('[role="option"]');
  if (!option) {
    if (!["ArrowRight", "ArrowDown", "Enter", " "].includes(event.key)) return;
    event.preventDefault();
    select(event.currentTarget.firstChild);
    return;
  }
  const move = { ArrowRight: option.nextSibling, ArrowLeft: option.previousSibling }[event.key];
  if (move) select(move);
  else if (event.key === "Enter" || event.key === " ") choose(Number(option.id.split("-")[1]));
  else if (event.key === "Escape" || event.key === "ArrowUp") shown("text").focus();
  else return;
  event.preventDefault();
}

// A voice of this computer, so that no text is sent to be read.
const localVoice = () => globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.startsWith("pt"));

function beginWriting() {
  const field = shown("text");
  field.addEventListener("input", typed);
  field.addEventListener("keydown", pressed);
  field.addEventListener("compositionstart", () => { writing.isComposing = true; });
  field.addEventListener("compositionend", () => {
    writing.isComposing = false;
    changed();
  });
  field.addEventListener("scroll", showGhost);
  document.addEventListener("selectionchange", () => {
    if (document.activeElement !== field || writing.isChoosing || writing.cursor === field.selectionStart) return;
    if (writing.softSpace !== field.selectionStart) writing.softSpace = -1;
    changed();
  });
  shown("candidates").addEventListener("keydown", pressedInCandidates);
  shown("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    shown("announcement").textContent = text("copied");
  });
  const offerVoice = () => { shown("speak").hidden = !localVoice(); };
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", offerVoice);
  offerVoice();
  shown("speak").addEventListener("click", () => {
    const words = new SpeechSynthesisUtterance(field.value);
    words.voice = localVoice();
    speechSynthesis.speak(words);
  });
}
