// The search of a small site: the whole index, fetched when somebody first touches the search. The theme's own
// search runs beside it where it is asked for what only that does: to complete words, and to read operators.

const decoded = (html) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39|#x27);/g, (sign, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] || "'");
const oneLine = (html) => decoded(html).replace(/\s+/g, " ").trim();

// A card of an entry of the index; one of a page that was written by hand knows less of itself.
const cardOf = (entry, titles) => ({
  address: entry.location,
  title: oneLine(entry.title),
  lines: (entry.kind ? entry.text.split("</p>") : [entry.text]).map(oneLine).filter(Boolean),
  names: entry.names || [],
  beside: entry.beside || [],
  near: entry.near || [],
  days: entry.days || [],
  facets: entry.facets || { kind: [say("page", "Page")] },
  kind: entry.kind,
  facts: entry.facts,
  language: entry.language,
  boost: entry.boost || 1,
  tags: entry.tags,
  page: entry.page || titles.get(entry.location.split("#")[0]),
  written: !entry.kind,
  isDay: Boolean(entry.days) && entry.location.includes("#"),
});

const MOST_FOUND = 60;
const OPERATORS = /(^|\s)[+\-~]\S|\S[~^*]\d*(\s|$)|(^|\s)(title|text|tags):\S/u;

class SmallSearch {
  constructor(between) {
    this.between = between;
    this.asked = [];
  }

  async start() {
    const answer = await fetch(new URL("search/search_index.json", this.between.base));
    if (!answer.ok) throw new Error(answer.statusText);
    this.index = await answer.json();
    const titles = new Map(this.index.docs.map(({ location, title }) => [location, oneLine(title)]));
    const docs = this.index.docs.filter(({ text, location }) => text || !location.includes("#"));
    this.cards = docs.map((entry) => cardOf(entry, titles));
    this.ranking = new Ranking(this.cards, monthsOf([pageLanguage(), "en"]));
  }

  // What the theme's own search finds, which is begun when it is first needed.
  theirs(typed) {
    if (!this.worker) {
      this.worker = new this.between.Native(this.between.url);
      const { config, docs } = this.index;
      this.worker.postMessage({ type: 0, data: { config, docs, options: this.between.options } });
      this.worker.addEventListener("message", ({ data }) => data.type === 3 && this.asked.shift()?.(data.data));
    }
    this.worker.postMessage({ type: 2, data: typed });
    return new Promise((resolve) => this.asked.push(resolve));
  }

  async answer(typed, fits) {
    const isOperated = OPERATORS.test(typed);
    const theirs = isOperated || this.between.options.suggest ? await this.theirs(typed) : { items: [] };
    const { found, isMatch } = this.ranking.of(typed);
    const order = new Map(theirs.items.flat().map(({ location }, at) => [location, at]));
    const own = isOperated
      ? this.cards.filter(({ address }) => order.has(address)).map((card) => ({ card, score: -order.get(card.address) }))
      : found;
    if (isOperated) own.sort((one, other) => other.score - one.score);
    const shown = own.filter(({ card }) => fits(card));
    const isCut = shown.length > MOST_FOUND;
    return { found: shown.slice(0, MOST_FOUND), isCut, isMatch, suggest: theirs.suggest };
  }

  async facets() {
    const found = new Map();
    this.cards.forEach(({ facets }) =>
      Object.entries(facets).forEach(([key, values]) => {
        if (!found.has(key)) found.set(key, new Set());
        values.forEach((value) => found.get(key).add(value));
      }),
    );
    return found;
  }
}
