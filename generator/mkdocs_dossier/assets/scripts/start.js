// What the other scripts share: the program's words, folded text, and what to do with each page that opens.

const words = window.dossierWords || {};
const say = (key, fallback) => words[key] || fallback;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Material replaces the page's content without loading it anew where it is asked to.
const onPage = (enhance) => {
  if (window.document$) window.document$.subscribe(enhance);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhance);
  else enhance();
};

// Each element that a selector finds is enhanced once.
const each = (selector, enhance) =>
  onPage(() => {
    document.querySelectorAll(`${selector}:not([data-ready])`).forEach((element) => {
      element.dataset.ready = "";
      enhance(element);
    });
  });
