// Narrows a search: by what is found, who speaks, the position, where a claim stands, and the year. The values are
// fetched when somebody opens it.

const NARROWED = { kind: "Kind", speaker: "Speaker", stance: "Position", label: "Where it stands", year: "Year" };
const MOST_LISTED = 60;

class Narrowing {
  constructor(finder, changed) {
    this.finder = finder;
    this.changed = changed;
    this.chosen = {};
    const output = document.querySelector("[data-md-component=search] .md-search__scrollwrap");
    if (!output) return;
    this.note = make("p", { className: "dossier-search-note", hidden: true, attributes: { role: "status" } });
    this.fields = make("div", { className: "dossier-search-fields" });
    this.box = make(
      "details",
      { className: "dossier-search-narrow", hidden: true },
      make("summary", {}, say("narrow", "Narrow the search")),
      this.fields,
    );
    output.prepend(this.box, this.note);
    this.box.addEventListener("toggle", () => this.box.open && this.fill());
    this.listen(output.closest("[data-md-component=search]"));
  }

  // The theme closes its search at a tab, and sends every other key to the box where one types.
  listen(search) {
    this.box.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
    search.addEventListener("keydown", (event) => {
      if (event.key === "Tab" && !event.shiftKey && !this.box.hidden && event.target.matches("input[name=query]")) {
        event.preventDefault();
        event.stopPropagation();
        this.box.firstElementChild.focus();
      }
    });
    const toggle = document.getElementById("__search");
    search.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !search.contains(relatedTarget) && toggle.checked) toggle.click();
    });
  }

  async fill() {
    if (this.fields.childElementCount) return;
    const facets = await this.finder.facets().catch(() => new Map());
    Object.keys(NARROWED).forEach((key) => {
      const values = [...(facets.get(key) || [])].sort((one, other) => one.localeCompare(other, pageLanguage()));
      if (values.length > 1) this.fields.append(this.field(key, key === "year" ? values.reverse() : values));
    });
  }

  field(key, values) {
    const name = make("span", {}, say(`by-${key}`, NARROWED[key]));
    const control = values.length > MOST_LISTED ? this.typedField(key, values) : this.list(values);
    control.addEventListener("change", () => {
      const value = control.value.trim();
      delete this.chosen[key];
      if (values.includes(value)) this.chosen[key] = [value];
      this.changed();
    });
    return make("label", {}, name, control);
  }

  list(values) {
    const options = values.map((value) => make("option", { value }, value));
    return make("select", {}, make("option", { value: "" }, say("any", "any")), ...options);
  }

  typedField(key, values) {
    const id = `dossier-search-${key}`;
    const list = make("datalist", { id }, ...values.map((value) => make("option", { value })));
    this.fields.append(list);
    return make("input", { type: "search", autocomplete: "off", placeholder: say("any", "any"), attributes: { list: id } });
  }

  fits({ facets }) {
    return Object.entries(this.chosen).every(([key, [value]]) => facets[key]?.includes(value));
  }

  // Says how many are shown where there are more; is there as soon as something is typed.
  show(typed, number) {
    if (!this.box) return;
    this.box.nextElementSibling.nextElementSibling.dataset.dossierTyped = typed;
    this.box.hidden = !typed.trim();
    this.note.hidden = !number;
    this.note.textContent = number ? say("first", "the first {n} are shown").replace("{n}", inWords(number)) : "";
  }
}
