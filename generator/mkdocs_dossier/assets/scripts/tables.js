// Sorts and filters tables. Without scripts a page says the same. An index is filtered by `filter.js`, whose
// filter knows the rows of its other pages.

const FEW = 8; // rows up to which a filter would only be in the way

const keyOf = (cell) => {
  const dated = cell.querySelector("time[datetime], [data-sort]");
  return dated ? dated.getAttribute("datetime") || dated.dataset.sort : cell.textContent.trim();
};

const sortBy = (table, column, ascending) => {
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row) => [keyOf(row.cells[column]), row]);
  rows.sort(([one], [other]) => collator.compare(one, other) * (ascending ? 1 : -1));
  body.append(...rows.map(([, row]) => row));
};

const makeSortable = (table) => {
  if (table.tBodies[0].rows.length < 2) return;
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const label = head.textContent.trim();
    if (!label) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dossier-sort";
    button.textContent = label;
    button.title = say("sort", "Sort by this column");
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const ascending = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortBy(table, column, ascending);
    });
  });
};

const makeFilterable = (box, table) => {
  const rows = Array.from(table.tBodies[0].rows);
  if (rows.length <= FEW) return;
  const label = document.createElement("label");
  label.className = "dossier-filter";
  const field = document.createElement("input");
  field.type = "search";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  label.append(say("filter", "Filter"), " ", field, " ", count);
  box.prepend(label);
  field.addEventListener("input", () => {
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row) => {
      const text = fold(row.textContent);
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = wanted.length ? `${shown} / ${rows.length}` : "";
  });
};

each(".dossier-table", (box) => {
  const table = box.querySelector("table");
  // The matrix is read as it stands: its columns are dates, its rows sides.
  if (!table || !table.tHead || !table.tBodies.length || box.classList.contains("dossier-matrix")) return;
  makeSortable(table);
  const isWhole = !box.closest(".dossier-index-list") && !box.nextElementSibling?.matches(".dossier-pages");
  if (isWhole) makeFilterable(box, table);
});
