// What the other scripts share: the program's words, folded text, and what to do with each page that opens.

const words = window.dossierWords || {};
const say = (key, fallback) => words[key] || fallback;

// One form for what is typed in several: without case and diacritics (the same as `text/folding.py`), without
// apostrophes, with one form for Arabic letters that are typed for one another, and with ASCII digits.
const DIACRITICS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['’‘ʼʿʾ`]/g;
const ALIKE = { ß: "ss", ς: "σ", ı: "i", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .normalize("NFC")
    .replace(APOSTROPHES, "")
    .replace(/[ßςıٱىیةک]/g, (letter) => ALIKE[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) % 16));

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
