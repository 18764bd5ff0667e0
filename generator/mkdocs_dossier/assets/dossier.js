/* Sorts and filters the dossier's tables, and copies citations. Without scripts the page says the same. */
(() => {
  "use strict";

  const words = window.dossierWords || {};
  const say = (key, fallback) => words[key] || fallback;
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

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // A query is looked for as it was typed and without its diacritics: every name stands in the index
  // without them too. Material has no setting for this, so the message to its search worker is widened;
  // should its form ever change, the query goes through as it was typed.
  const QUERY = 2;
  const bare = (text) => text.normalize("NFD").replace(/[\p{M}ʿʾʼ]/gu, "").normalize("NFC");
  const widen = (message) => {
    if (!message || message.type !== QUERY || typeof message.data !== "string") return message;
    const folded = bare(message.data);
    return folded === message.data ? message : { ...message, data: `${message.data} ${folded}` };
  };
  if (!Worker.prototype.dossierSends) {
    Worker.prototype.dossierSends = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      return this.dossierSends(widen(message), ...rest);
    };
  }

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

  const makeCopyable = (details) => {
    const code = details.querySelector("pre > code");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dossier-copy";
    button.textContent = say("copy", "Copy");
    details.append(button);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = say("copied", "Copied");
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = say("selected", "Selected: copy it with the keyboard");
      }
    });
  };

  const enhance = () => {
    document.querySelectorAll(".dossier-table:not([data-ready])").forEach((box) => {
      const table = box.querySelector("table");
      if (!table || !table.tHead || !table.tBodies.length) return;
      box.dataset.ready = "";
      // The matrix is read as it stands: its columns are dates, its rows sides.
      if (box.classList.contains("dossier-matrix")) return;
      makeSortable(table);
      makeFilterable(box, table);
    });
    document.querySelectorAll(".dossier-cite:not([data-ready])").forEach((details) => {
      details.dataset.ready = "";
      makeCopyable(details);
    });
  };

  // Material replaces the page's content without loading it anew where it is asked to.
  if (window.document$) window.document$.subscribe(enhance);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhance);
  else enhance();
})();
