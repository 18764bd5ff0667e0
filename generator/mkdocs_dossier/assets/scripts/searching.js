// Answers what is typed into the theme's search box, through what `ahead.js` has put in the place of its worker.

const answering = (between, finder) => {
  const [READY, RESULT] = [1, 3];
  let latest = 0;
  const narrowing = new Narrowing(finder, () => between.ask(field()?.value || ""));
  const field = () => document.querySelector("[data-md-component=search-query]");
  between.ask = async (typed) => {
    latest += 1;
    const turn = latest;
    let answer = { found: [], isMatch: () => false };
    try {
      if (typed.trim()) answer = await finder.answer(typed, (card) => narrowing.fits(card), narrowing.chosen);
    } catch (trouble) {
      console.warn(trouble);
    }
    if (turn !== latest) return;
    const items = grouped(answer.found, answer.isMatch);
    between.tell(RESULT, { items, ...(between.options.suggest ? { suggest: answer.suggest || [] } : {}) });
    narrowing.show(typed, answer.isCut ? items.length : 0);
  };
  let begun;
  const begin = () => {
    begun ||= finder.start().then(
      () => between.tell(READY),
      (trouble) => {
        console.warn(trouble);
        begun = undefined; // until it is touched again
      },
    );
  };
  const isTouched = (target) => target instanceof Element && target.closest("[data-md-component=search]");
  document.addEventListener("focusin", ({ target }) => isTouched(target) && begin());
  document.getElementById("__search")?.addEventListener("change", begin);
  if (isTouched(document.activeElement)) begin();
};

if (window.dossierSearch?.between) {
  const { between, large } = window.dossierSearch;
  answering(between, large ? new LargeSearch(between) : new SmallSearch(between));
}
