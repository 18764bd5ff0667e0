// Opens what is folded away where an address leads into it, and all of it on paper.

const unfold = (element) => {
  for (let one = element; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
};

const followAddress = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.closest("details:not([open])")) return;
  unfold(target);
  target.scrollIntoView();
};

onPage(followAddress);

// Where the site has no address of its own, that of the browser stands on paper.
onPage(() => {
  const imprint = document.querySelector(".dossier-imprint");
  if (imprint && !imprint.textContent.includes("://")) imprint.append(` · ${location.href.split("#")[0]}`);
});
window.addEventListener("hashchange", followAddress);

const folded = ".md-content details:not([open], .dossier-cite)";
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = Array.from(document.querySelectorAll(folded));
  unfolded.forEach((one) => (one.open = true));
});
window.addEventListener("afterprint", () => unfolded.forEach((one) => (one.open = false)));
