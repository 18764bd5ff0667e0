// What the theme's list of results shows of a card: its title, what it is, and some of its words, with what answered
// the query marked. The theme takes HTML: text of a dossier gets into it through `escaped` alone.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
const PIECES = /([\p{L}\p{N}\p{M}'’‘ʼʿʾ`]+)/u;
const isWord = (at) => at % 2 === 1; // of the pieces that a text splits into

const markup = (pieces, isMatch) =>
  pieces.map((piece, at) => (isWord(at) && isMatch(piece) ? `<mark>${escaped(piece)}</mark>` : escaped(piece))).join("");

// The part of a card's words with most matches, so long that it fills some two lines on a phone.
const [LONGEST, WHOLE_PHRASE] = [220, 100];
const bestLine = (lines, isMatch) => {
  const rated = lines.map((line) => ({ line, pieces: line.split(PIECES) }));
  rated.forEach((one) => {
    one.hits = new Set(one.pieces.filter((piece, at) => isWord(at) && isMatch(piece)).map(fold)).size;
    if (phraseOf(one.line).includes(isMatch.phrase)) one.hits += WHOLE_PHRASE;
  });
  return rated.reduce((best, one) => (one.hits > best.hits ? one : best), rated[0]);
};
const snippet = (lines, isMatch) => {
  if (!lines.length) return "";
  const { pieces } = bestLine(lines, isMatch);
  const lengths = pieces.map((piece) => piece.length);
  let [start, end, length, count, best] = [0, 0, 0, 0, { count: -1 }];
  for (end = 0; end < pieces.length; end += 1) {
    length += lengths[end];
    count += isWord(end) && isMatch(pieces[end]) ? 1 : 0;
    for (; length > LONGEST && start < end; start += 1) {
      length -= lengths[start];
      count -= isWord(start) && isMatch(pieces[start]) ? 1 : 0;
    }
    if (count > best.count) best = { count, start, end };
  }
  // From the start of a word on, and with some words before the first match.
  let from = best.start;
  let [first, room] = [best.start, LONGEST];
  while (first < best.end && !(isWord(first) && isMatch(pieces[first]))) first += 1;
  for (from = first; from > 0 && room > LONGEST * 0.7; from -= 1) room -= lengths[from - 1];
  if (!isWord(from) && from > 0) from += 1;
  let to = from;
  for (let shown = 0; to < pieces.length && shown + lengths[to] <= LONGEST; to += 1) shown += lengths[to];
  const cut = pieces.slice(from, to);
  const written = isWord(from) ? markup(["", ...cut], isMatch) : markup(cut, isMatch);
  return `${from > 0 ? "… " : ""}${written.trim()}${to < pieces.length ? " …" : ""}`;
};

const isolated = (html, language) => `<span dir="auto"${language ? ` lang="${escaped(language)}"` : ""}>${html}</span>`;

// A card as an item of the theme's results. Its `terms` are marked on the page that it leads to.
const item = (card, score, isMatch) => {
  const told = [card.kind || say("page", "Page"), card.facts].filter(Boolean);
  const shown = snippet(card.lines, isMatch);
  const words = [card.title, ...card.lines].flatMap((line) => line.split(PIECES).filter((piece, at) => isWord(at)));
  const matched = [...new Set(words.filter(isMatch))].slice(0, 8);
  return {
    location: card.address,
    title: isolated(markup(card.title.split(PIECES), isMatch), card.language),
    text:
      `<p class="dossier-hit-kind"><span>${escaped(told[0])}</span>${told[1] ? ` · <bdi>${escaped(told[1])}</bdi>` : ""}</p>` +
      (shown ? `<p class="dossier-hit-words">${isolated(shown)}</p>` : ""),
    score,
    terms: Object.fromEntries(matched.map((word) => [word, true])),
    ...(card.tags ? { tags: card.tags } : {}),
  };
};

// The hits as the theme groups them: the places of a page together, below the page that they are on.
const MOST_OF_A_PAGE = 3;
const grouped = (found, isMatch) => {
  const groups = new Map();
  found.forEach(({ card }) => {
    const page = card.address.split("#")[0];
    const group = groups.get(page) || groups.set(page, []).get(page);
    const most = card.isDay ? Infinity : MOST_OF_A_PAGE;
    if (group.length < most || !card.address.includes("#")) group.push(card);
  });
  // The theme opens the result with the highest score when Enter is pressed.
  let score = groups.size;
  return [...groups].map(([page, cards]) => {
    const items = cards.map((card) => item(card, score, isMatch));
    if (!cards.some((card) => card.address === page)) {
      const title = escaped(cards[0].page || "");
      items.push({ location: page, title, text: "", score: 0, terms: {} });
    }
    score -= 1;
    return items;
  });
};
