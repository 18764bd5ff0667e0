// Finds records by words and days, as somebody types them who does not know how they are spelt.

const SEPARATORS = /[^\p{L}\p{N}\p{M}'’‘ʼʿʾ`]+/u;
const ACRONYM = /(^|[^\p{L}\p{N}])((?:\p{L}\.){2,}\p{L}?)/gu;
const undotted = (text) => text.replace(ACRONYM, (all, before, letters) => before + letters.replaceAll(".", ""));
const wordsOf = (text) => undotted(text).split(SEPARATORS).filter(Boolean);

// An Arabic word with and without its article, and without the particles that are written onto it.
const ARABIC = /^\p{sc=Arab}+$/u;
const withoutArticle = (word) => word.replace(/^(?:[وف]?[بكل]?ال|[وف]?لل)(?=..)/u, "");
const withoutParticle = (word) => word.replace(/^[وفبلكس](?=...)/u, "");
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

// A word without the ending of a plural, or of a form that is looked for as often as the word itself.
const ENDINGS = [[/ies$/, "y"], [/(s|x|z|ch|sh)es$/, "$1"], [/([^sui])s$/, "$1"]];
const singulars = new Map();
const singular = (word) => {
  if (!singulars.has(word)) {
    const [ending, rest] = (word.length > 3 && ENDINGS.find(([one]) => one.test(word))) || [/$/, ""];
    singulars.set(word, word.replace(ending, rest));
  }
  return singulars.get(word);
};
const withoutEnding = (word) => word.replace(/(?:ing|ed|es|s|ions?)$/u, "");
const withoutArabicEnding = (word) => word.replace(/(?<=...)(?:ات|ان|ون|ين|ها|هم|ه|ي)$/u, "");

// How well a word of a record answers a typed one, 0 best; null if it does not. Both are folded.
const EXACT = 0;
const NUMBER = 0.4; // singular for plural, or the other way round
const BEGINS = 1;
const INSIDE = 2;
const NEAR = 4;
const closeness = (typed, word) => {
  if (typed === word) return EXACT;
  if (singular(typed) === singular(word)) return NUMBER;
  if (word.startsWith(typed)) return BEGINS;
  if (ARABIC.test(typed) && ARABIC.test(word)) {
    const [bare, other] = [withoutArticle(typed), withoutArticle(word)];
    if (bare === other) return BEGINS;
    if (other.startsWith(bare)) return INSIDE;
    if (withoutParticle(typed) === other || bare === withoutParticle(word)) return INSIDE;
    const root = withoutArabicEnding(bare);
    if (root.length >= 3 && root === withoutArabicEnding(other)) return INSIDE;
  }
  const root = withoutEnding(typed);
  if (root !== typed && root.length >= 4 && word.startsWith(root) && word.length <= root.length + 4) return INSIDE;
  return (typed.length >= 4 || UNSPACED.test(typed)) && word.includes(typed) ? INSIDE : null;
};

// How many letters have to be changed, put in, left out or swapped with the next one; more than `most` is
// not told apart.
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        next[at] = Math.min(next[at], before[at - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length];
};
// The sound of a word in Latin letters, as names from other scripts are spelt in many ways: its consonants, alike
// ones as one, each once where it is doubled.
const SOUNDS = [[/gh/g, "g"], [/[dk]h/g, (pair) => pair[0]], [/ph/g, "f"], [/[qc]/g, "k"], [/w/g, "v"], [/z/g, "s"]];
const sounds = new Map();
const sound = (word) => {
  if (!sounds.has(word)) {
    const plain = SOUNDS.reduce((rest, [pattern, other]) => rest.replace(pattern, other), word);
    sounds.set(word, (plain[0] || "") + plain.slice(1).replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1"));
  }
  return sounds.get(word);
};
const FEWEST_SOUNDS = 3;
const LATIN = /^\p{sc=Latn}{4,}$/u;
const OTHER_LETTERS = [ARABIC, /^\p{sc=Hebr}+$/u, /^\p{sc=Cyrl}+$/u, /^\p{sc=Grek}+$/u];
const isNear = (typed, word) => {
  if (LATIN.test(typed) && LATIN.test(word)) {
    const most = typed.length >= 7 ? 2 : 1;
    const isAlike = sound(typed).length >= FEWEST_SOUNDS && sound(typed) === sound(word);
    return distance(typed, word, most + 1) <= (isAlike ? most + 1 : most);
  }
  if (!OTHER_LETTERS.some((letters) => letters.test(typed) && letters.test(word))) return false;
  const [bare, other] = [withoutArticle(typed), withoutArticle(word)];
  return bare.length >= 4 && other.length >= 4 && distance(bare, other, 1) <= 1;
};

// The names of the months, folded, in some languages: as they stand alone, beside a day, and shortened. Arabic
// has other names in the Levant and in the Maghreb.
const monthsOf = (languages) => {
  const found = new Map();
  const regions = languages.flatMap((tag) => (/^ar\b/.test(tag) ? [tag, "ar-EG", "ar-IQ", "ar-DZ"] : [tag]));
  for (const tag of regions) {
    for (const style of [{ month: "long" }, { month: "short" }, { month: "long", day: "numeric" }]) {
      try {
        const format = new Intl.DateTimeFormat(tag, { ...style, calendar: "gregory", timeZone: "UTC" });
        for (let month = 0; month < 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2023, month, 9));
          const name = wordsOf(fold(parts.find((part) => part.type === "month").value)).join(" ");
          if (/\p{L}/u.test(name) && !found.has(name)) found.set(name, month + 1);
        }
      } catch {
        // A tag that the browser does not know has no months.
      }
    }
  }
  return found;
};

// A day, a month of a year, a day or a month of any year. Where a number may be a day or a month, both are meant.
const NUMERIC = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/, (y, m, d) => [{ y, m, d }]],
  [/^(\d{4})[-/.](\d{1,2})$/, (y, m) => [{ y, m }]],
  [/^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/, (d, m, y) => [{ y, m, d }]],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (one, other, y) => [{ y, m: other, d: one }, { y, m: one, d: other }]],
  [/^(\d{4})年(\d{1,2})月(?:(\d{1,2})日?)?$/, (y, m, d) => [d ? { y, m, d } : { y, m }]],
];
const isDate = ({ m, d }) => m >= 1 && m <= 12 && (d === undefined || (d >= 1 && d <= 31));
const numericDates = (piece) => {
  for (const [pattern, read] of NUMERIC) {
    const match = pattern.exec(piece);
    if (match) return read(...match.slice(1).map((part) => (part ? Number(part) : undefined))).filter(isDate);
  }
  return [];
};

const FILLERS = new Set(["de", "of", "the"]);
const dayIn = (word) => {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|ste|e)?$/.exec(word || "");
  return match && match[1] >= 1 && match[1] <= 31 ? Number(match[1]) : undefined;
};
const yearIn = (word) => (/^\d{4}$/.test(word || "") ? Number(word) : undefined);

// Reads "3 February 2024", "Feb 3, 2024", "February 2024" or "3 Feb" where a month's name stands at `at`.
const namedDate = (words, at, months) => {
  const length = [2, 1].find((count) => months.has(words.slice(at, at + count).join(" ")));
  if (!length) return null;
  const m = months.get(words.slice(at, at + length).join(" "));
  let [start, end] = [at, at + length];
  const before = FILLERS.has(words[at - 1]) ? at - 2 : at - 1;
  let d = dayIn(words[before]);
  if (d !== undefined) start = before;
  const skip = () => (FILLERS.has(words[end]) ? end + 1 : end);
  if (d === undefined && dayIn(words[skip()]) !== undefined) {
    d = dayIn(words[skip()]);
    end = skip() + 1;
  }
  const y = yearIn(words[skip()]);
  if (y !== undefined) end = skip() + 1;
  return { start, end, date: { y, m, d } };
};

// What was typed, as terms that all have to be answered, each by one of its words or by one of its dates.
const termsOf = (typed, months) => {
  const terms = [];
  const rest = fold(typed).split(/\s+/).map((piece) => {
    const dates = numericDates(piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
    if (dates.length) terms.push({ words: wordsOf(piece), dates });
    // What is about to become a date is no more than its year so far.
    return dates.length ? "" : piece.replace(/^(\d{4})[-/.]\d?$/, "$1");
  });
  const words = wordsOf(rest.join(" "));
  for (let at = 0; at < words.length; at += 1) {
    const found = namedDate(words, at, months) || namedDate(words, at + 1, months) || namedDate(words, at + 2, months);
    if (found && found.start === at) {
      terms.push({ words: words.slice(at, found.end), dates: [found.date] });
      at = found.end - 1;
    } else {
      const y = yearIn(words[at]);
      terms.push({ words: [words[at]], dates: y === undefined ? [] : [{ y }] });
    }
  }
  return terms;
};

// Whether something that lasted from one day to another, as `2024-02-03`, was under way on a date.
const two = (number) => String(number).padStart(2, "0");
const isUnderWay = ([first, last], { y, m, d }) => {
  if (y === undefined) {
    const years = Array.from({ length: Math.min(Number(last.slice(0, 4)) - first.slice(0, 4), 50) + 1 });
    return years.some((_, add) => isUnderWay([first, last], { y: Number(first.slice(0, 4)) + add, m, d }));
  }
  const wanted = [String(y).padStart(4, "0"), ...[m, d].filter((part) => part !== undefined).map(two)].join("-");
  return first.slice(0, wanted.length) <= wanted && wanted <= last.slice(0, wanted.length);
};

// All words of a set of records, each with the records that it stands in, and whether it is of their names.
class Words {
  constructor() {
    this.found = new Map();
    this.days = [];
  }

  // `level` is 0 for what names the record, 1 for what it says.
  add(record, level, text) {
    for (const written of wordsOf(text)) {
      const word = fold(written);
      if (!this.found.has(word)) this.found.set(word, { written, records: new Map() });
      const { records } = this.found.get(word);
      records.set(record, Math.min(level, records.get(record) ?? level));
    }
  }

  // The days of a record: its times, each by its first and its last day, or by one; an unknown one is empty.
  addDays(record, times) {
    this.days[record] = times.filter(([first]) => first).map(([first, last]) => [first, last || first]);
  }

  // The records that a word finds, each with how well; if nothing is written so, by near spellings.
  ofWord(typed, spelt) {
    const found = new Map();
    const take = (records, rank) => {
      records.forEach((level, record) => {
        const score = rank + 1.5 * level;
        if (!(found.get(record) <= score)) found.set(record, score);
      });
    };
    this.found.forEach(({ records }, word) => {
      const rank = closeness(typed, word);
      if (rank !== null) take(records, rank);
    });
    if (found.size) return found;
    this.found.forEach(({ written, records }, word) => {
      if (!isNear(typed, word)) return;
      spelt.add(written);
      take(records, NEAR);
    });
    return found;
  }

  ofDates(dates) {
    const found = new Map();
    // The name of a month alone may as well be a word, or the beginning of a name.
    const isDated = dates.some(({ y, d }) => y !== undefined || d !== undefined);
    this.days.forEach((pairs, record) => {
      const ranks = pairs
        .filter((pair) => dates.some((date) => isUnderWay(pair, date)))
        .map(([first, last]) => (first === last && isDated ? EXACT : INSIDE));
      if (ranks.length) found.set(record, Math.min(...ranks));
    });
    return found;
  }

  ofTerm({ words: typed, dates }, spelt) {
    const found = dates.length ? this.ofDates(dates) : new Map();
    const nears = dates.length ? new Set() : spelt;
    const each = typed.map((word) => this.ofWord(word, nears));
    each[0]?.forEach((_, record) => {
      if (!each.every((one) => one.has(record)) || (nears !== spelt && nears.size)) return;
      const score = each.reduce((sum, one) => sum + one.get(record), 0);
      found.set(record, Math.min(score, found.get(record) ?? score));
    });
    return found;
  }

  // The records that answer all terms, with how well, 0 best. `spelt` gets the near spellings that did.
  of(terms, spelt) {
    const each = terms.map((term) => this.ofTerm(term, spelt));
    const found = new Map();
    each[0]?.forEach((_, record) => {
      if (each.every((one) => one.has(record))) found.set(record, each.reduce((sum, one) => sum + one.get(record), 0));
    });
    return found;
  }
}
