// Por dentro: gates and cells of a recurrent network while it reads or writes.

const gates = { reading: newest(), writing: newest(), timer: 0 };

// Viridis at nine places, between which colours are mixed.
const viridis = [[68, 1, 84], [71, 44, 122], [59, 81, 139], [44, 113, 142], [33, 144, 141], [39, 173, 129],
  [92, 200, 99], [170, 220, 50], [253, 231, 37]];

function colourOf(value, isGate) {
  const share = Math.min(1, Math.max(0, isGate ? value : (value + 1) / 2)) * (viridis.length - 1);
  const low = Math.min(viridis.length - 2, Math.floor(share));
  const mixed = viridis[low].map((channel, index) =>
    Math.round(channel + (share - low) * (viridis[low + 1][index] - channel)));
  return `rgb(${mixed.join(" ")})`;
}

const isGate = (part) => ["i", "f", "o", "r", "z"].includes(part);

// A picture of one part: a column for each piece, a row for each unit.
function picture(name, values, pieces) {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = `${name} · ${text(`part_${name}`)}`;
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.role = "img";
  scroll.ariaLabel = caption.textContent;
  const canvas = document.createElement("canvas");
  const [width, height, top] = [26, 9, 70];
  const scale = devicePixelRatio || 1;
  canvas.width = (width * pieces.length + 44) * scale;
  canvas.height = (top + height * (values[0]?.length ?? 0)) * scale;
  canvas.style.width = `${canvas.width / scale}px`;
  canvas.style.height = `${canvas.height / scale}px`;
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  const style = getComputedStyle(document.body);
  context.font = `13px ${style.fontFamily}`;
  values.forEach((row, step) => {
    context.fillStyle = style.color;
    context.save();
    context.translate(step * width + 16, top - 6);
    context.rotate(-Math.PI / 3);
    context.fillText(pieces[step].replace(/\n/g, "↵").slice(0, 12), 0, 0);
    context.restore();
    row.forEach((value, unit) => {
      context.fillStyle = colourOf(value, isGate(name));
      context.fillRect(step * width, top + unit * height, width - 1, height - 1);
    });
  });
  scroll.append(canvas);
  figure.append(caption, scroll);
  return { figure, scroll };
}

function table(name, values, found) {
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.textContent = text(`part_${name}`);
  const head = table.createTHead().insertRow();
  for (const title of [text("piece"), ...found.units.map((unit) => `${text("unit")} ${unit}`)]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  values.forEach((row, step) => {
    const line = body.insertRow();
    const piece = document.createElement("th");
    piece.scope = "row";
    piece.textContent = found.pieces[step];
    line.append(piece);
    for (const value of row) line.insertCell().textContent = number(value, 2);
  });
  return table;
}

function showGates(found) {
  const order = ["i", "f", "g", "o", "r", "z", "n", "c", "h"];
  const names = Object.keys(found.parts).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const pictures = names.map((name) => picture(name, found.parts[name], found.pieces));
  shown("gates").replaceChildren(...pictures.map((picture) => picture.figure));
  for (const { scroll } of pictures) scroll.scrollLeft = scroll.scrollWidth;
  const lives = (found.half_lives ?? []).filter((life) => life !== null).sort((a, b) => a - b);
  shown("gates-note").textContent = text("layer", { layer: found.layer }) + text("gatesNote")
    + (lives.length ? ` ${text("halfLife", { tokens: number(lives[lives.length >> 1], 1) })}` : "");
  shown("numbers").hidden = false;
  gates.found = found;
  if (shown("numbers").open) showTables();
}

function showTables() {
  const { found } = gates;
  shown("tables").replaceChildren(...Object.entries(found?.parts ?? {}).map(([name, values]) => table(name, values, found)));
}

async function look() {
  const given = shown("gates-text").value;
  if (given.trim() === "") return;
  const found = await gates.reading.run((signal) =>
    post("/v1/gates", { text: given, units: 16, model: chosenModel() }, signal));
  if (found) showGates(found);
}

// Lets the model go on with the sentence, and looks at each piece.
async function letWrite(event) {
  event?.preventDefault();
  const field = shown("gates-text");
  shown("stop-gates").disabled = false;
  const body = { model: chosenModel(), prompt: field.value, max_tokens: 24, lines: 1, stream_interval_ms: 0 };
  const queue = [];
  await gates.writing.run(async (signal) => {
    await stream("/v1/completions", body, signal, (part) => queue.push(part.choices[0]?.text ?? ""));
    for (const part of queue) {
      if (signal.aborted) break;
      field.value += part;
      field.scrollLeft = field.scrollWidth;
      await look();
      if (!matchMedia("(prefers-reduced-motion: reduce)").matches) await new Promise((done) => setTimeout(done, 150));
    }
  });
  shown("stop-gates").disabled = !gates.writing.isRunning;
}

function beginGates() {
  shown("gates-form").addEventListener("submit", letWrite);
  shown("stop-gates").addEventListener("click", () => gates.writing.stop());
  shown("gates-text").addEventListener("input", () => {
    clearTimeout(gates.timer);
    gates.timer = setTimeout(look, 120);
  });
  shown("numbers").addEventListener("toggle", showTables);
}
