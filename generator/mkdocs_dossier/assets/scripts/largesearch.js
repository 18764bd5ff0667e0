// The search of a large site: Pagefind, of whose index a browser fetches the parts that a query needs. What it finds
// is ordered by `ranking.js`, of the first few that it thinks best.

const [MOST_LOADED, MOST_OF_A_QUERY, FEW_FOUND] = [20, 12, 3];

// The word that a card bears for a whole name or a whole day: see `cards/htmlcards.py`.
const hashKey = (plain) => {
  let found = new TextEncoder().encode(plain).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  let letters = "";
  for (let at = 0; at < 7; at += 1) {
    letters += String.fromCharCode(97 + (found % 26));
    found = Math.floor(found / 26);
  }
  return `qx${letters}`;
};
const dayKey = ({ y, m, d }) => {
  const [month, day] = [m, d].map((part) => (part === undefined ? "" : two(part)));
  if (y !== undefined) return month && hashKey(`${String(y).padStart(4, "0")}${month}${day}`);
  return month && day && hashKey(`md${month}${day}`);
};

const NAMES = " \u2016 ";
const split = (names) => (names ? names.split(NAMES) : []);
const cardOfPage = ({ content, meta, filters }) => {
  const { card, ...facets } = filters;
  const told = JSON.parse(card[0]);
  return {
    title: meta.title || "",
    lines: [content.replace(/^·\.?$/, "")].filter(Boolean),
    names: split(meta.names),
    near: split(meta.near),
    days: [],
    facets,
    kind: facets.kind?.[0],
    facts: told.facts,
    boost: 1,
    ...told,
    isDay: Boolean(told.days) && told.address.includes("#"),
  };
};

class LargeSearch {
  constructor(between) {
    this.between = between;
    this.loaded = new Map();
  }

  async start() {
    this.folder = new URL("pagefind/", this.between.base);
    this.pagefind = await import(new URL("pagefind.js", this.folder));
    // In a worker it would be one file more to fetch; a query takes some milliseconds.
    await this.pagefind.options({ noWorker: true, basePath: this.folder.href, ranking: { metaWeights: { near: 0.3, keys: 9 } } });
    await this.pagefind.init();
    this.months = monthsOf([pageLanguage(), "en"]);
  }

  // The queries for what is typed, and how many of each one's hits are looked at: a whole name or day, an exact
  // phrase, all words, and Arabic words without what is written onto them.
  queries(typed) {
    const terms = termsOf(typed, this.months);
    const asked = nameKeys(typed).map(hashKey);
    if (terms.every(({ dates }) => dates.length)) terms.flatMap(({ dates }) => dates).forEach((date) => asked.push(dayKey(date)));
    const words = wordsOf(typed);
    if (words.length > 2) asked.push(`"${words.join(" ")}"`);
    asked.push(words.join(" "));
    const folded = words.map(fold);
    if (folded.some((word) => ARABIC.test(word))) {
      asked.push(folded.map(withoutArticle).join(" "), folded.map((word) => withoutParticle(withoutArticle(word))).join(" "));
    }
    return [...new Set(asked.filter(Boolean))];
  }

  async found(queries, filters) {
    const all = await Promise.all(queries.map((query) => this.pagefind.search(query, { filters })));
    const results = new Map();
    all.forEach((one) => one.results.slice(0, MOST_OF_A_QUERY).forEach((result) => results.set(result.id, result)));
    return { results, all: Math.max(...all.map((one) => one.results.length)) };
  }

  // With what leaves out one word of several, or has near spellings of those that nothing has.
  async widened(typed, filters) {
    const words = wordsOf(typed).map(fold);
    const each = await Promise.all(words.map((word) => this.pagefind.search(word, { filters })));
    const known = words.filter((_, at) => each[at].results.length);
    const spelt = await this.spelt(words.filter((_, at) => !each[at].results.length));
    const nears = spelt.reduce((all, near) => all.flatMap((before) => near.map((one) => [...before, one])).slice(0, 8), [[]]);
    const whole = nears.map((near) => [...known, ...near]);
    const names = whole.flatMap((one) => nameKeys(one.join(" ")).map(hashKey));
    const fewer = known.length > 2 ? known.map((_, at) => known.filter((__, other) => other !== at).join(" ")) : [];
    return [...names, ...whole.map((one) => one.join(" ")), ...fewer].filter(Boolean);
  }

  // The near spellings of words, from the list of all names; it is fetched when it is first needed.
  async spelt(words) {
    if (!words.length) return [];
    this.names ||= fetch(new URL("names.json", this.folder)).then((answer) => (answer.ok ? answer.json() : []));
    const names = await this.names;
    return words.map((word) => names.filter((name) => isNear(word, name)).slice(0, 3)).filter((near) => near.length);
  }

  async answer(typed, fits, filters) {
    let { results, all } = await this.found(this.queries(typed), filters);
    if (results.size < FEW_FOUND) {
      const more = await this.found(await this.widened(typed, filters), filters);
      more.results.forEach((result, id) => results.set(id, result));
      all = Math.max(all, results.size);
    }
    const cards = await Promise.all([...results.values()].slice(0, MOST_LOADED).map((result) => this.load(result)));
    const { found, isMatch } = new Ranking(cards, this.months).of(typed);
    const ordered = new Set(found.map(({ card }) => card));
    const others = cards.filter((card) => !ordered.has(card)).map((card) => ({ card, score: 0 }));
    return { found: [...found, ...others], all, isMatch };
  }

  async load(result) {
    if (!this.loaded.has(result.id)) this.loaded.set(result.id, cardOfPage(await result.data()));
    return this.loaded.get(result.id);
  }

  async facets() {
    const answer = await fetch(new URL("facets.json", this.folder));
    return new Map(Object.entries(await answer.json()).map(([key, values]) => [key, new Set(values)]));
  }
}
