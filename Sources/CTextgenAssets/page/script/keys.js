// Teclas: keys on the page and switches, for people who write with few movements (?modo=aac).

const alphabet = ["abcdefghi", "jklmnopqr", "stuvwxyzç", "áâãàéêíóôõú", ".,?!-"];

// Rows light up in turn, and once one is chosen its keys do.
const scanning = { timer: 0, row: null, place: -1 };

const isSlow = () => document.body.classList.contains("aac");
const isScanning = () => isSlow() && shown("scan").checked && !shown("escrever").hidden;
const hasTwoSwitches = () => shown("pace").value === "0";

// What a key of a keyboard does, as a step of the browser's undo.
function edit(command, added) {
  shown("text").focus();
  document.execCommand(command, false, added);
}

function letterKey(letter) {
  const key = document.createElement("button");
  key.type = "button";
  key.lang = "pt";
  key.textContent = letter;
  key.addEventListener("click", () => edit("insertText", letter));
  return key;
}

const showLetters = (letters) =>
  shown("letters").replaceChildren(...letters.slice(0, 9).map((letter) => letterKey(letter.text)));

const keysOf = (row) => [...row.children].filter((key) => !key.hidden);
const keyRows = () => [...document.querySelectorAll("#candidates, .keys")].filter((row) => keysOf(row).length > 0);

function light(element) {
  document.querySelector(".lit")?.classList.remove("lit");
  element?.classList.add("lit");
  element?.scrollIntoView({ block: "nearest" });
}

// The next row, or key of the row; after two rounds without a choice the rows again.
function advance() {
  const choices = scanning.row ? keysOf(scanning.row) : keyRows();
  scanning.place += 1;
  if (scanning.row && scanning.place >= 2 * choices.length) scanFrom(null);
  else light(choices[scanning.place % choices.length]);
}

// Begins with the first key of `row`, or the first row.
function scanFrom(row) {
  clearInterval(scanning.timer);
  Object.assign(scanning, { row, place: -1 });
  if (!isScanning()) return light(null);
  advance();
  if (!hasTwoSwitches()) scanning.timer = setInterval(advance, 1000 * Number(shown("pace").value));
}

function chooseLit() {
  const lit = document.querySelector(".lit");
  if (!lit) return advance();
  if (scanning.row) lit.click();
  scanFrom(scanning.row ? null : lit);
}

// Where keys, and clicks, mean what they always do; a click beside everything is a switch.
const untouched = {
  keydown: "header, dialog, #scan-bar",
  click: "header, dialog, button, label, select, summary, textarea, [role]:not([role=tabpanel])",
};

function switched(event) {
  const isKey = event.type === "keydown";
  if (!isScanning() || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest?.(untouched[event.type])) return;
  if (isKey && event.key === "Escape") shown("scan").click();
  else if (isKey && event.key !== " " && event.key !== "Enter") return;
  else if (isKey && event.key === " " && hasTwoSwitches()) advance();
  else if (!event.repeat) chooseLit();
  event.preventDefault();
  event.stopPropagation();
}

function beginKeys() {
  document.body.classList.add("aac");
  keyNames.push("scan");
  for (const id of ["letters", "alphabet", "commands", "scan-bar"]) shown(id).hidden = false;
  shown("alphabet").append(...alphabet.map((letters) => {
    const row = document.createElement("div");
    row.className = "keys";
    row.append(...[...letters].map(letterKey));
    return row;
  }));
  shown("key-space").addEventListener("click", () => edit("insertText", " "));
  shown("key-erase").addEventListener("click", () => edit("delete"));
  shown("key-undo").addEventListener("click", () => edit("undo"));
  shown("commands").append(shown("speak"));
  shown("scan").checked = localStorage.getItem("scan") === "true";
  shown("pace").value = localStorage.getItem("pace") ?? "1.5";
  for (const id of ["scan", "pace"]) {
    shown(id).addEventListener("change", () => {
      localStorage.setItem(id, id === "scan" ? shown(id).checked : shown(id).value);
      if (shown("scan").checked) shown("text").focus();
      scanFrom(null);
    });
  }
  for (const type of ["keydown", "click"]) document.addEventListener(type, switched, true);
  scanFrom(null);
}
