// Filters an index: all records of its section, whatever page they are listed on. Without scripts the pages of
// the index stay as they are. What is chosen stands in the address, so that it can be shared and opened again.

const FACETS = ["label", "about", "side", "stance", "kind", "publisher", "within", "language", "year"];
const TYPED = "find"; // not `q`, with which Material opens its own search
const MOST_SHOWN = 100;
const [FEW_CHIPS, MORE_CHIPS] = [4, 8]; // of a facet, on a phone and at a desk, until more are asked for
const FIRST_FACETS = 2;
const FEWEST = 8; // records up to which a filter would only be in the way

const pageLanguage = () => document.documentElement.lang || "en";
const inWords = (number) => new Intl.NumberFormat(`${pageLanguage()}-u-nu-latn`).format(number);
const fill = (message, values) => message.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

// An element with properties, attributes and content. Text of a dossier gets into a page in no other way.
const make = (name, { attributes = {}, ...properties } = {}, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...content);
  return element;
};

// What was fetched: the records by their places in the columns of the file.
class Records {
  constructor(data, url) {
    this.data = data;
    this.url = url;
    this.size = data.columns.ids.length;
    this.months = monthsOf([pageLanguage(), "en", ...data.languages]);
    this.facets = new Map(data.facets.map(([key, label, values], at) => [key, { label, values, at }]));
    this.words = new Words();
    for (let record = 0; record < this.size; record += 1) this.index(record);
  }

  column(name, record) {
    return this.data.columns[name]?.[record];
  }

  name(at) {
    const name = this.data.names[at];
    return typeof name === "string" ? name : name[0];
  }

  index(record) {
    for (const name of ["titles", "names"]) this.words.add(record, 0, this.column(name, record) || "");
    for (const [name, level] of [["who", 0], ["via", 1], ["near", 1]]) {
      (this.column(name, record) || []).forEach((at) => {
        this.words.add(record, level, [this.data.names[at]].flat().join(" "));
      });
    }
    // The id comes last: its words are spelt without capitals.
    for (const name of ["notes", "words", "ids"]) this.words.add(record, 1, this.column(name, record) || "");
    const days = [this.column("when", record) ?? -1, ...(this.column("days", record) || [])];
    this.words.addDays(record, days.filter((at) => at >= 0).map((at) => this.data.dates[at].slice(1)));
  }

  valuesOf(record, key) {
    const { at, values } = this.facets.get(key);
    return this.data.values[at][record].map((place) => values[place]);
  }

  // The records that answer what is typed, the best first; all of them where nothing is.
  typed(text, spelt) {
    const terms = termsOf(text, this.months);
    const all = Array.from({ length: this.size }, (_, record) => record);
    if (!terms.length) return all;
    const found = this.words.of(terms, spelt);
    return all.filter((record) => found.has(record)).sort((one, other) => found.get(one) - found.get(other));
  }

  hasAny(record, key, chosen) {
    return !chosen.size || this.valuesOf(record, key).some(([value]) => chosen.has(value));
  }

  address(record) {
    return new URL(`${encodeURIComponent(this.data.columns.ids[record])}${this.data.end}`, this.url).href;
  }
}

const badge = (key, [value, label, sign]) => {
  if (key === "label") return make("span", { className: `dossier-label dossier-label--${value}` }, label);
  const shown = make("span", { className: `dossier-stance dossier-stance--${value}` });
  shown.append(make("span", { className: "dossier-sign", attributes: { "aria-hidden": "true" } }, sign), " ", label);
  return shown;
};

const BADGES = ["label", "stance"];
const row = (records, record) => {
  const isolated = (text) => make("bdi", {}, text);
  const names = (column) =>
    (records.column(column, record) || []).slice(0, 4).flatMap((at, place) => [
      ...(place ? [say("comma", ", ")] : []),
      isolated(records.name(at)),
    ]);
  const date = records.data.dates[records.column("when", record) ?? -1];
  const kinds = records.facets.has("kind") ? records.valuesOf(record, "kind").map(([, label]) => label) : [];
  const note = records.column("notes", record);
  const told = [names("who"), date ? [isolated(date[0])] : [], names("via"), kinds, note ? [isolated(note)] : []];
  const link = make("a", { href: records.address(record), dir: "auto" }, records.column("titles", record));
  const language = records.column("languages", record);
  if (language) link.lang = language;
  const below = told.filter((part) => part.length).flatMap((part, place) => [...(place ? [" · "] : []), ...part]);
  const badges = BADGES.filter((key) => records.facets.has(key)).flatMap((key) =>
    records.valuesOf(record, key).flatMap((value) => [badge(key, value), " "]),
  );
  return make(
    "li",
    {},
    make("p", { className: "dossier-hit-title" }, link),
    make("p", { className: "dossier-hit-facts" }, ...below),
    ...(badges.length ? [make("p", { className: "dossier-hit-badges" }, ...badges)] : []),
  );
};

// The facets that the page names, with the values that it has room for: `[key, label, values, number]`.
const namedFacets = (box) =>
  Array.from(box.querySelectorAll("[data-facet]"), (head) => {
    const chips = Array.from(head.parentElement.querySelectorAll("[data-value]"), (chip) => ({
      value: [chip.dataset.value, chip.textContent, chip.dataset.sign || ""],
      count: Number(chip.dataset.count),
    }));
    return { key: head.dataset.facet, label: head.textContent, chips, number: Number(head.dataset.values) };
  });

// The chips of a facet: buttons that are pressed or not, the first few of them until more are asked for.
class Chips {
  constructor({ key, label, chips, number }, choose, unfold) {
    this.key = key;
    this.choose = choose;
    this.buttons = new Map();
    this.more = make("button", { type: "button", className: "dossier-chip-more" }, say("more", "more"));
    this.more.setAttribute("aria-expanded", "false");
    this.more.addEventListener("click", () => {
      const isOpen = this.group.toggleAttribute("data-open");
      this.more.setAttribute("aria-expanded", String(isOpen));
      this.more.textContent = isOpen ? say("fewer", "fewer") : say("more", "more");
      if (isOpen) unfold();
    });
    this.list = make("div", { className: "dossier-chip-list" }, this.more);
    this.group = make(
      "div",
      { className: "dossier-chips", attributes: { role: "group", "aria-label": label } },
      make("span", { className: "dossier-chips-label", attributes: { "aria-hidden": "true" } }, label),
      this.list,
    );
    chips.forEach(({ value, count }) => this.show(value, count, false));
    this.place(number);
  }

  // Shows how many records a value would leave; one that would leave none is not offered.
  show(value, count, isPressed) {
    if (!this.buttons.has(value[0])) this.buttons.set(value[0], this.button(value));
    const button = this.buttons.get(value[0]);
    button.setAttribute("aria-pressed", String(isPressed));
    button.lastElementChild.textContent = inWords(count);
    button.hidden = !count && !isPressed;
  }

  // Tells the style sheet which chips come first, and how many there are.
  place(number) {
    const shown = Array.from(this.buttons.values()).filter((button) => !button.hidden);
    const among = (at) => (at < FEW_CHIPS ? "first" : at < MORE_CHIPS ? "next" : "last");
    shown.forEach((button, at) => {
      button.dataset.place = button.getAttribute("aria-pressed") === "true" ? "first" : among(at);
    });
    this.group.dataset.most = among(Math.max(number, shown.length) - 1);
  }

  button([key, label, sign]) {
    const button = make("button", { type: "button", className: "dossier-chip" });
    if (sign) button.append(make("span", { className: "dossier-sign", attributes: { "aria-hidden": "true" } }, sign), " ");
    button.append(make("bdi", {}, label), " ", make("span", { className: "dossier-chip-count" }));
    button.addEventListener("click", () => this.choose(this.key, key));
    this.more.before(button);
    return button;
  }
}

// The list of a page and its page numbers; not what the theme puts below them.
const listBelow = (box) => {
  const all = Array.from(box.parentElement.children);
  return all.slice(all.indexOf(box) + 1).filter((one) => !one.matches("aside, form, footer, hr"));
};

class Finder {
  constructor(box) {
    this.box = box;
    this.source = new URL(box.dataset.filter, window.location.href).href;
    this.chosen = new Map();
    this.field = make("input", { type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
    this.reset = make("button", { type: "button", className: "dossier-chip-more", hidden: true }, say("reset", "Show all"));
    this.status = make("p", { className: "dossier-finder-status", attributes: { role: "status" } });
    this.results = make("ol", { className: "dossier-hits", hidden: true });
    this.groups = namedFacets(box).map((facet) => this.chips(facet));
    this.late = make("button", { type: "button", className: "dossier-chip-more" }, say("moreFilters", "More filters"));
    this.form = this.build();
    this.list = make("div", { className: "dossier-index-list" }, ...listBelow(box));
    box.after(this.form, this.results, this.list);
    this.listen();
  }

  chips(facet) {
    const press = (key, value) => {
      const values = this.chosen.get(key) || new Set();
      if (!values.delete(value)) values.add(value);
      this.chosen.set(key, values);
      this.changed();
    };
    return new Chips(facet, press, () => this.loaded().then(() => this.count()).catch(() => this.failed()));
  }

  build() {
    const [named, dated] = [say("filterNamed", "Filter by name or word"), say("filterDated", "Filter by name, word or day")];
    const label = "dated" in this.box.dataset ? dated : named;
    this.late.hidden = this.groups.length <= FIRST_FACETS;
    this.late.setAttribute("aria-expanded", "false");
    return make(
      "form",
      { className: "dossier-finder", attributes: { role: "search", "aria-label": say("filter", "Filter") } },
      make("label", { className: "dossier-finder-field" }, make("span", {}, label), this.field),
      ...this.groups.map((one) => one.group),
      make("div", { className: "dossier-finder-foot" }, this.status, this.reset, this.late),
    );
  }

  listen() {
    this.field.addEventListener("focus", () => this.loaded().catch(() => this.failed()), { once: true });
    this.field.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isActive()) this.clear();
    });
    this.reset.addEventListener("click", () => this.clear());
    this.late.addEventListener("click", () => {
      this.isWhole = !this.isWhole;
      this.late.setAttribute("aria-expanded", String(this.isWhole));
      this.late.textContent = this.isWhole ? say("fewerFilters", "Fewer filters") : say("moreFilters", "More filters");
      this.unfold();
    });
    this.unfold();
  }

  // Shows the first facets, those in which something is chosen, and all where they are asked for; none without
  // a chip.
  unfold() {
    this.groups.forEach(({ group, key, buttons }, at) => {
      const isWanted = at < FIRST_FACETS || this.isWhole || this.chosen.get(key)?.size;
      group.hidden = !isWanted || Array.from(buttons.values()).every((button) => button.hidden);
    });
  }

  clear() {
    this.field.value = "";
    this.chosen.clear();
    this.changed();
    this.field.focus();
  }

  isActive() {
    return Boolean(this.field.value.trim()) || Array.from(this.chosen.values()).some((values) => values.size);
  }

  // Reads what the address asks for.
  open() {
    const asked = new URLSearchParams(window.location.search);
    this.field.value = asked.get(TYPED) || "";
    FACETS.forEach((key) => this.chosen.set(key, new Set(asked.getAll(key))));
    if (this.isActive() || this.records) this.apply();
  }

  // Writes what is chosen into the address, whose other parts stay.
  changed() {
    const url = new URL(window.location.href);
    [TYPED, ...FACETS].forEach((key) => url.searchParams.delete(key));
    if (this.field.value.trim()) url.searchParams.set(TYPED, this.field.value.trim());
    this.chosen.forEach((values, key) => values.forEach((value) => url.searchParams.append(key, value)));
    window.history.replaceState(window.history.state, "", url);
    this.apply();
  }

  loaded() {
    this.loading ||= fetch(this.source)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((data) => {
        this.records = new Records(data, this.source);
      });
    return this.loading;
  }

  failed() {
    this.loading = undefined;
    this.status.textContent = say("failed", "The filter could not be loaded; the list below holds everything.");
    this.showList(true);
  }

  showList(isShown) {
    this.list.hidden = !isShown;
    this.results.hidden = isShown;
    this.reset.hidden = !this.isActive();
  }

  apply() {
    this.loaded().then(
      () => this.show(),
      () => this.failed(),
    );
  }

  // What a section has no facet or no value of is not asked for.
  known() {
    this.chosen.forEach((values, key) => {
      const facet = this.records.facets.get(key);
      const keys = new Set(facet ? facet.values.map(([value]) => value) : []);
      values.forEach((value) => keys.has(value) || values.delete(value));
      if (!values.size) this.chosen.delete(key);
    });
  }

  show() {
    this.known();
    const spelt = new Set();
    this.typed = this.records.typed(this.field.value, spelt);
    const found = this.typed.filter((record) => this.fits(record));
    this.count();
    this.showList(!this.isActive());
    const shown = this.isActive() ? found.slice(0, MOST_SHOWN) : [];
    this.results.replaceChildren(...shown.map((record) => row(this.records, record)));
    this.status.textContent = this.isActive() ? this.said(found.length, spelt) : "";
  }

  fits(record, besides) {
    return Array.from(this.chosen).every(
      ([key, values]) => key === besides || this.records.hasAny(record, key, values),
    );
  }

  said(number, spelt) {
    if (!number) return say("none", "Nothing found");
    const all = inWords(this.records.size);
    const said = [fill(say("shown", "{n} of {all}"), { n: inWords(number), all })];
    const near = Array.from(spelt).slice(0, 3).join(say("comma", ", "));
    if (near) said.push(fill(say("near", "with a spelling near to it: {words}"), { words: near }));
    if (number > MOST_SHOWN) said.push(fill(say("first", "the first {n} are shown"), { n: inWords(MOST_SHOWN) }));
    return said.join(" · ");
  }

  // Says on each chip how many records it would leave beside what else is chosen.
  count() {
    const typed = this.typed || Array.from({ length: this.records.size }, (_, record) => record);
    this.groups.forEach((group) => {
      const counts = new Map();
      typed.forEach((record) => {
        if (!this.fits(record, group.key)) return;
        this.records.valuesOf(record, group.key).forEach(([value]) => counts.set(value, (counts.get(value) || 0) + 1));
      });
      const chosen = this.chosen.get(group.key) || new Set();
      const { values } = this.records.facets.get(group.key);
      values.forEach((value) => group.show(value, counts.get(value[0]) || 0, chosen.has(value[0])));
      group.place(0);
    });
    this.unfold();
  }
}

let finder; // that of the page that is open

each(".dossier-index-filter", (box) => {
  const asked = new URLSearchParams(window.location.search);
  const isAsked = [TYPED, ...FACETS].some((key) => asked.has(key));
  if (Number(box.dataset.total) <= FEWEST && !isAsked) return;
  finder = new Finder(box);
  finder.open();
});

// A link that leads to the same index shows what it asks for, which may be all: Material loads no page anew of
// which only the query differs.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !finder?.form.isConnected || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const url = new URL(link.getAttribute("href"), window.location.href);
    const { origin, pathname } = window.location;
    if (url.origin !== origin || url.pathname !== pathname || url.hash) return;
    window.history.replaceState(window.history.state, "", url);
    finder.open();
  },
  { capture: true },
);
