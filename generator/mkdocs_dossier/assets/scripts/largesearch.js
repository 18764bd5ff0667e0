// The search of a large site: Pagefind, of whose index a browser fetches the parts that a query needs. What it finds
// is ordered by `ranking.js`, of the first few that it thinks best.

const [MOST_LOADED, MOST_OF_A_QUERY, FEW_FOUND] = [24, 20, 3];

const lettersOf = (text) => {
  const bytes = new TextEncoder().encode(text);
  let found = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  let letters = "";
  for (let at = 0; at < 7; at += 1) {
    letters += String.fromCharCode(97 + (found % 26));
    found = Math.floor(found / 26);
  }
  return letters;
};
// The word that a card bears for a whole name, and that for a value of a facet: see `cards/htmlcards.py`.
const keyOfName = (name) => {
  const words = bareWords(name);
  return words.length ? `${words[0]}qx${lettersOf(words.join(""))}` : "";
};
const keyOfFacet = ([facet, [value]]) => `zzqx${lettersOf(`${facet} ${value}`)}`;
const quoted = (text) => `"${text}"`;

const NAMES = " \u2016 ";
const split = (names) => (names ? names.split(NAMES) : []);
const cardOfPage = ({ content, meta, anchors }) => {
  const told = JSON.parse(decodeURIComponent(anchors[0].id));
  const facets = told.facets || {};
  return {
    title: meta.title || "",
    lines: told.empty ? [] : [content],
    names: split(meta.names),
    beside: split(meta.beside),
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

const [FEW_WORDS, MOST_WORDS] = [3, 8];
const allButOne = (words) => words.map((_, at) => words.filter((__, other) => other !== at).join(" "));

class LargeSearch {
  constructor(between) {
    this.between = between;
    this.loaded = new Map();
  }

  async start() {
    this.folder = new URL("pagefind/", this.between.base);
    this.pagefind = await import(new URL("pagefind.js", this.folder));
    // In a worker it would be one file more to fetch; a query takes some milliseconds.
    await this.pagefind.options({ noWorker: true, basePath: this.folder.href, ranking: { metaWeights: { near: 0.3, keys: 9, facets: 0 } } });
    await this.pagefind.init();
    this.months = monthsOf([pageLanguage(), "en"]);
  }

  // The queries for what is typed: a whole name, an exact phrase, all words, and Arabic words without what is
  // written onto them. Of many words the short ones are left out, each of which would have a part of the index
  // fetched; `ranking.js` tells an exact phrase among what has the others.
  queries(typed) {
    const written = wordsOf(typed);
    const telling = written.filter((word) => UNSPACED.test(word) || (word.length > 2 && !ARTICLES.has(fold(word))));
    const words = written.length > FEW_WORDS && telling.length ? telling : written;
    // In quotation marks, since Pagefind takes the beginning of a word for one that it does not have.
    const asked = [keyOfName(typed)].filter(Boolean).map(quoted);
    if (written.length === FEW_WORDS) asked.push(quoted(words.join(" ")));
    asked.push(words.join(" "));
    if (words.length > FEW_WORDS) asked.push(...allButOne(words.slice(0, MOST_WORDS)));
    const folded = words.map(fold);
    if (folded.some((word) => ARABIC.test(word))) {
      asked.push(folded.map(withoutArticle).join(" "), folded.map((word) => withoutParticle(withoutArticle(word))).join(" "));
    }
    return [...new Set(asked.filter(Boolean))];
  }

  // What has all words of a query, and the values that the search is narrowed by. A phrase in quotation marks can
  // have no more words beside it: what it finds is looked through later.
  async found(queries, narrowed) {
    const beside = Object.entries(narrowed).map(keyOfFacet);
    const whole = (query) => (query.startsWith('"') ? query : [query, ...beside].join(" "));
    const all = await Promise.all(queries.map((query) => this.pagefind.search(whole(query))));
    const results = new Map();
    // The best of each query first, then the next ones.
    for (let at = 0; at < MOST_OF_A_QUERY; at += 1) {
      all.forEach((one) => one.results[at] && results.set(one.results[at].id, one.results[at]));
    }
    const isCut = all.some((one) => one.results.length > MOST_OF_A_QUERY);
    return { results, isCut };
  }

  // Queries for what `unknown` words may mean: near spellings from the list of all names, which is fetched when it
  // is first needed. And with fewer words: the rare ones of those that there are, and all but one.
  async widened(typed, unknown) {
    const words = wordsOf(typed).map(fold).slice(0, MOST_WORDS);
    const names = unknown.length ? await this.nameWords() : [];
    const near = (word) => (unknown.includes(word) ? names.filter((name) => isNear(word, name)).slice(0, 3) : []);
    const spelt = words.map((word) => [near(word), word]).map(([some, word]) => (some.length ? some : [word]));
    const wholes = spelt.reduce((all, some) => all.flatMap((before) => some.map((one) => [...before, one])).slice(0, 9), [[]]);
    const keys = wholes.map((one) => keyOfName(one.join(" "))).filter(Boolean).map(quoted);
    const bare = words.map(withoutArticle);
    const each = await Promise.all(bare.map((word) => this.pagefind.search(word)));
    const rare = bare
      .map((word, at) => [word, each[at].results.length])
      .filter(([, count]) => count)
      .sort(([, one], [, other]) => one - other)
      .map(([word]) => word);
    const fewer = rare.map((_, at) => rare.slice(0, rare.length - at).join(" "));
    return [...keys, ...wholes.map((one) => one.join(" ")), ...allButOne(bare), ...fewer].filter(Boolean);
  }

  nameWords() {
    this.names ||= fetch(new URL("names.json", this.folder)).then((answer) => (answer.ok ? answer.json() : []));
    return this.names;
  }

  // The days of the timeline on which a date that is typed may be.
  async days(terms) {
    const dates = terms.flatMap((term) => term.dates);
    if (!dates.length) return [];
    this.table ||= fetch(new URL("days.json", this.folder)).then((answer) => (answer.ok ? answer.json() : []));
    const found = (await this.table).filter(([, , , [[first, last]]]) =>
      dates.some((date) => first && isUnderWay([first, last || first], date)),
    );
    return found.map(([address, title, facts, days, page, kind]) => {
      const facets = { kind: [kind] };
      return { address, title, facts, days, page, kind, facets, lines: [], names: [], beside: [], near: [], boost: 1, isDay: true };
    });
  }

  async ranked(results, typed, fits, days) {
    const loaded = await Promise.all([...results.values()].slice(0, MOST_LOADED).map((result) => this.load(result)));
    const cards = [...loaded.filter(fits), ...days];
    return new Ranking(cards, this.months).of(typed);
  }

  async answer(typed, fits, narrowed) {
    const terms = termsOf(typed, this.months);
    const days = (await this.days(terms)).filter(fits);
    if (days.some(({ days: [time] }) => time.length === 1) && terms.every(({ dates }) => dates.some(({ d }) => d !== undefined))) {
      // The page of the day has the rest.
      const ranked = new Ranking(days, this.months).of(typed);
      return ranked;
    }
    const { results, isCut } = await this.found(this.queries(typed), narrowed);
    const ranked = await this.ranked(results, typed, fits, days);
    if (!ranked.unknown.length && ranked.found.length >= FEW_FOUND) return { ...ranked, isCut };
    const more = await this.found(await this.widened(typed, ranked.unknown), narrowed);
    return this.ranked(new Map([...more.results, ...results]), typed, fits, days);
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
