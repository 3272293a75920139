// The rules of typing: what belongs to a word, how a candidate is put in, which place it has. No page in here.

const letter = /[\p{L}\p{M}\p{N}]/u;
const joint = /[-'’]/;

// `before`, the text before the cursor, as what is whole and the letters of the word that is being typed.
function lastWord(before) {
  let start = before.length;
  while (start > 0) {
    const point = before.codePointAt(start - 1) >= 0xdc00 && before.codePointAt(start - 1) <= 0xdfff && start > 1
      ? before.slice(start - 2, start) : before[start - 1];
    const isJoint = joint.test(point) && start > point.length && letter.test(before[start - point.length - 1]);
    if (!letter.test(point) && !isJoint) break;
    start -= point.length;
  }
  return { whole: before.slice(0, start), typed: before.slice(start) };
}

// Whether a sentence begins after `text`.
function beginsSentence(text) {
  const end = text.trimEnd();
  return end === "" || /[.!?…]["”»)]*$/.test(end) || /\n\s*$/.test(text);
}

// `word` with the capitals that its place and the letters `typed` ask for.
function cased(word, typed, whole) {
  const letters = typed.replace(/[^\p{L}]/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return word.toUpperCase();
  }
  const first = letters[0] ?? "";
  const isCapital = first !== "" && first === first.toUpperCase() && first !== first.toLowerCase();
  if (isCapital || beginsSentence(whole)) return word[0].toUpperCase() + word.slice(1);
  return word;
}

// Marks before which no space stands, so that one that was put in vanishes.
const closing = /^[.,;:!?)\]»”…%]/;

// The slots of `candidates` where `slots` were shown before: who stays keeps its place, others take free ones.
function placed(slots, candidates, count) {
  const best = candidates.slice(0, count);
  const next = Array(count).fill(null);
  const left = [];
  for (const candidate of best) {
    const place = slots.findIndex((slot) => slot?.word === candidate.word);
    if (place >= 0 && place < count) next[place] = candidate;
    else left.push(candidate);
  }
  for (let place = 0; place < count && left.length > 0; place += 1) {
    if (next[place] === null) next[place] = left.shift();
  }
  return next;
}

// What of `word` is not typed yet, where it begins with `typed` letter by letter; else nothing.
function rest(word, typed) {
  return word.startsWith(typed) ? word.slice(typed.length) : "";
}

// The share of keys that were saved: 1 - keys / characters, at least 0.
const saved = (characters, keys) => (characters > 0 ? Math.max(0, 1 - keys / characters) : 0);

// The class of a number of bits, 0 to 9.
const heat = (bits) => Math.min(9, Math.max(0, Math.floor(bits / 1.6)));
