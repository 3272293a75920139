// Aprender: a session that learns from its writer, the words that it has learned, and forgetting.

const learning = { session: null, beginning: null, showing: newest() };

// Whether what is learned can stay for the next time.
const canRemember = () => models.get(chosenModel())?.remembers ?? false;

// Begins a session, once, however many letters are typed meanwhile.
function beginSession() {
  if (learning.session) return undefined;
  learning.beginning ??= (async () => {
    const remember = canRemember() && shown("remember").checked;
    try {
      const session = await post("/v1/sessions", { model: chosenModel(), remember });
      learning.session = session.id;
      learning.remembers = session.remembers;
      shown("forget").hidden = false;
    } finally {
      learning.beginning = null;
    }
  })();
  return learning.beginning;
}

function offerLearning() {
  shown("remember-choice").hidden = !shown("learn").checked || !canRemember();
  shown("memory").hidden = !learning.session;
}

async function showLearned() {
  offerLearning();
  const found = await learning.showing.run(async (signal) => {
    const session = await (await call("GET", `/v1/sessions/${learning.session}`, undefined, signal)).json();
    if (!shown("memory").open) return { session };
    const path = `/v1/sessions/${learning.session}/words?count=60`;
    return { session, words: await (await call("GET", path, undefined, signal)).json() };
  });
  if (!found) return;
  shown("learned").textContent = text(learning.remembers ? "remembered" : "learned", {
    count: number(found.session.characters), minutes: number(Math.ceil(found.session.expires_in / 60)),
  });
  if (found.words) shown("memory-words").replaceChildren(...found.words.map(learnedWord));
}

function learnedWord({ word, count }) {
  const [item, name, times, button] = ["li", "span", "small", "button"].map((tag) => document.createElement(tag));
  name.lang = "pt";
  name.textContent = word;
  times.textContent = number(count);
  button.type = "button";
  button.textContent = "×";
  button.ariaLabel = text("forgetWord", { word });
  button.addEventListener("click", async () => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    await call("DELETE", `/v1/sessions/${learning.session}/words/${encodeURIComponent(word)}`).catch(() => {});
    item.remove();
    (next?.querySelector("button") ?? shown("memory").firstElementChild).focus();
    suggest();
  });
  item.append(name, times, button);
  return item;
}

async function forget() {
  if (isSlow() || learning.remembers) {
    const dialog = shown("forget-dialog");
    dialog.returnValue = "no";
    dialog.showModal();
    await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
    if (dialog.returnValue !== "yes") return;
  }
  const { session, remembers } = learning;
  endSession();
  shown("learn").checked = false;
  if (session) await call("DELETE", `/v1/sessions/${session}`).catch(() => {});
  if (remembers) await call("DELETE", "/v1/memory").catch(() => {});
  shown("learned").textContent = text("forgotten");
  offerLearning();
  suggest();
}

// Goes on without the session; what it is to remember is kept.
function endSession() {
  learning.session = null;
  learning.remembers = false;
  shown("forget").hidden = true;
  shown("memory").hidden = true;
  shown("memory-words").replaceChildren();
  shown("learned").textContent = "";
}

function beginLearning() {
  shown("learn").addEventListener("change", () => {
    if (!shown("learn").checked) endSession();
    offerLearning();
    suggest();
  });
  shown("remember").addEventListener("change", () => {
    endSession();
    suggest();
  });
  shown("forget").addEventListener("click", forget);
  shown("memory").addEventListener("toggle", () => learning.session && showLearned());
}
