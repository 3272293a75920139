// The page as a whole: views, languages, light and dark, and an address that keeps no text.

const views = ["escrever", "lacunas", "poema", "surpresa", "dentro"];

const keyNames = ["tab", "escape", "down", "arrows", "digits", "undo", "views"];

function showView(view, isFocused = false) {
  for (const name of views) {
    const tab = shown(`tab-${name}`);
    tab.ariaSelected = String(name === view);
    tab.tabIndex = name === view ? 0 : -1;
    shown(name).hidden = name !== view;
  }
  if (isFocused) shown(`tab-${view}`).focus();
  if (view === "dentro" && !gates.found) look();
  if (view === "escrever") showGhost();
}

const currentView = () => views.find((view) => !shown(view).hidden) ?? views[0];

// Writes view, temperature, lines and seed into the address.
function keepAddress(seed = shown("seed").value) {
  const view = currentView();
  const values = new URLSearchParams();
  if (view === "poema") {
    if (poemForm()) values.set("forma", poemForm());
    else values.set("n", shown("lines").value);
    values.set("t", shown("temperature").value);
    if (seed !== "" && seed !== null) values.set("s", seed);
  }
  history.replaceState(null, "", `#${view}${values.size ? `?${values}` : ""}`);
}

function readAddress() {
  const [view, query] = location.hash.slice(1).split("?");
  const values = new URLSearchParams(query ?? "");
  for (const [id, name] of [["form", "forma"], ["temperature", "t"], ["lines", "n"], ["seed", "s"]]) {
    if (values.has(name)) shown(id).value = values.get(name);
  }
  if (shown("form").selectedIndex < 0) shown("form").selectedIndex = 0;
  chooseForm();
  showDegrees();
  showView(views.includes(view) ? view : views[0]);
}

function walkTabs(event) {
  const place = views.indexOf(event.target.id?.replace("tab-", ""));
  const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: views.length - 1 }[event.key];
  if (place < 0 || next === undefined) return;
  event.preventDefault();
  showView(views[(next + views.length) % views.length], true);
  keepAddress();
}

function speakLanguage(next) {
  const isOther = (field) => Object.values(texts).some((words) => words[field.dataset.value] === field.value);
  const untouched = [...document.querySelectorAll("[data-value]")].filter(isOther);
  language = next;
  document.documentElement.lang = next;
  document.title = text("title");
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text, { first: 1, last: slotCount() });
  }
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = text(element.dataset.label);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = text(element.dataset.hint);
  for (const element of untouched) element.value = text(element.dataset.value);
  const other = next === "pt" ? "en" : "pt";
  const button = shown("language");
  button.textContent = other.toUpperCase();
  button.lang = other;
  button.ariaLabel = other === "en" ? "English" : "Português";
  shown("key-list").replaceChildren(...keyNames.flatMap((name) => {
    const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = text(`named_${name}`, { first: 1, last: slotCount() });
    meaning.textContent = text(`key_${name}`);
    return [term, meaning];
  }));
  showFigures();
  showDegrees();
  if (gates.found) showGates(gates.found);
}

function wear(theme) {
  document.documentElement.dataset.theme = theme;
  shown("theme").ariaPressed = String(theme === "dark");
  if (gates.found) showGates(gates.found);
}

// The models of the server, by their names.
const models = new Map();

async function loadModels() {
  for (;;) {
    try {
      const list = await (await call("GET", "/v1/models")).json();
      for (const model of list.data) models.set(model.id, model);
      shown("model").replaceChildren(...list.data.map((model) => new Option(model.id, model.id)));
      offerLearning();
      return;
    } catch (error) {
      // Models are being loaded, or the server is not there yet.
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

function start() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  wear(localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", () => {
    if (!localStorage.getItem("theme")) wear(dark.matches ? "dark" : "light");
  });
  if (new URLSearchParams(location.search).get("modo") === "aac") {
    shown("digits").checked = true;
    beginKeys();
  }
  for (const begin of [beginWriting, beginLearning, beginBlanks, beginPoem, beginSurprise, beginGates]) begin();
  speakLanguage(localStorage.getItem("language") ?? "pt");
  shown("language").addEventListener("click", () => {
    const next = language === "pt" ? "en" : "pt";
    localStorage.setItem("language", next);
    speakLanguage(next);
  });
  shown("theme").addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", next);
    wear(next);
  });
  for (const id of ["digits", "spoken"]) {
    const kept = localStorage.getItem(id);
    if (kept !== null) shown(id).checked = kept === "true";
    shown(id).addEventListener("change", () => localStorage.setItem(id, shown(id).checked));
  }
  for (const view of views) {
    shown(`tab-${view}`).addEventListener("click", () => {
      showView(view);
      keepAddress();
    });
  }
  document.querySelector("nav").addEventListener("keydown", walkTabs);
  shown("help").addEventListener("click", () => shown("keys").showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) shown("keys").showModal();
  });
  addEventListener("hashchange", readAddress);
  readAddress();
  loadModels().then(() => {
    suggest();
    if (currentView() === "dentro") look();
  });
  shown("model").addEventListener("change", () => {
    endSession();
    offerLearning();
    suggest();
    if (currentView() === "dentro") look();
  });
}

start();
