// Requests to this server, and to no other.

const shown = (id) => document.getElementById(id);

function say(problem) {
  shown("problem").textContent = problem;
  shown("problem").hidden = problem === "";
}

// Why the server refuses: it says so in English; in Portuguese by the code, or the field that is to blame.
function refusalText(error, status) {
  const known = refusals[error?.code] ?? refusals[error?.param];
  if (language === "pt" && known) return known;
  return text("refused", { message: error?.message ?? status });
}

class Refusal extends Error {
  constructor(status, error) {
    super(refusalText(error, status));
    this.status = status;
    this.code = error?.code;
  }
}

// The key that the server asks for, kept until the page is closed.
async function askForKey() {
  const dialog = shown("key-dialog");
  if (!dialog.open) dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  sessionStorage.setItem("key", shown("api-key").value);
  shown("api-key").value = "";
}

async function call(method, path, body, signal) {
  const headers = {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const key = sessionStorage.getItem("key");
  if (key) headers.Authorization = `Bearer ${key}`;
  let answer;
  try {
    answer = await fetch(path, {
      method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store",
    });
  } catch (error) {
    if (error.name !== "AbortError") say(text("unreachable"));
    throw error;
  }
  if (answer.status === 401) {
    await askForKey();
    return call(method, path, body, signal);
  }
  if (!answer.ok) {
    const refusal = new Refusal(answer.status, (await answer.json().catch(() => ({}))).error);
    // The number instead of a word: its models are not loaded yet.
    if (refusal.code === 503) say(text("loading"));
    else if (refusal.code !== "session_not_found") say(refusal.message);
    throw refusal;
  }
  say("");
  return answer;
}

const post = async (path, body, signal) => (await call("POST", path, body, signal)).json();

// Calls `take` with each event of a stream; ends with it.
async function stream(path, body, signal, take) {
  const answer = await call("POST", path, { ...body, stream: true }, signal);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value;
    const events = rest.split("\n\n");
    rest = events.pop();
    for (const event of events) {
      if (!event.startsWith("data: ") || event === "data: [DONE]") continue;
      const value = JSON.parse(event.slice(6));
      if (value.error) {
        const refusal = new Refusal(503, value.error);
        say(refusal.message);
        throw refusal;
      }
      take(value);
    }
  }
}

// Runs the newest of several tasks: a newer one aborts the one before it. Gives nothing where that happened.
function newest() {
  let controller = null;
  return {
    async run(task) {
      controller?.abort();
      const own = (controller = new AbortController());
      try {
        return await task(own.signal);
      } catch (error) {
        if (!own.signal.aborted && !(error instanceof Refusal) && !(error instanceof TypeError)) throw error;
        return undefined;
      } finally {
        if (controller === own) controller = null;
      }
    },
    stop() { controller?.abort(); },
    get isRunning() { return controller !== null; },
  };
}

const chosenModel = () => shown("model").value || undefined;
