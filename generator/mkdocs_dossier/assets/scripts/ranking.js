// Orders what a search finds, for both kinds of search: an exact name or day comes first, an exact phrase next, then
// what has most of the words, the rare ones before the common ones. What was written by hand comes last of its like.

// The words of a name without articles, as one: two names that differ in these alone are the same.
const ARTICLES = new Set(["al", "el", "ad", "ar", "as", "at", "an", "az", "the", "of", "la", "le", "les", "l"]);
const bareWords = (text) => {
  const words = wordsOf(text).map(fold);
  const bare = words.filter((word) => !ARTICLES.has(word)).map((word) => withoutArticle(word));
  return bare.length ? bare : words;
};
const nameOf = (text) => bareWords(text).map(singular).join("");
const phraseOf = (text) => ` ${wordsOf(text).map(fold).join(" ")} `;

const LEVELS = { name: 0, line: 1, near: 2 };
const [LAST, FAIR] = [8, 0.5]; // the score of a word that answers worst; the share of the best that is still shown
const BONUS = { name: 2, nearName: 1.2, day: 1, titlePhrase: 0.8, linePhrase: 0.7, said: 0.15, kind: 0.03, whole: 0.15, written: -0.35, otherDay: -0.2 };

class Ranking {
  // `cards` are what is ordered; `months` the names of months that are understood.
  constructor(cards, months) {
    this.cards = cards;
    this.months = months;
    this.words = new Words();
    this.named = new Map();
    cards.forEach((card, at) => this.take(card, at));
  }

  take(card, at) {
    [card.title, ...card.names].forEach((name) => {
      this.words.add(at, LEVELS.name, name);
      this.named.set(nameOf(name), (this.named.get(nameOf(name)) || new Set()).add(at));
    });
    card.beside.forEach((name) => this.words.add(at, LEVELS.name, name));
    [card.facts || "", ...card.lines].forEach((line) => this.words.add(at, LEVELS.line, line));
    card.near.forEach((name) => this.words.add(at, LEVELS.near, name));
    this.words.addDays(at, card.days);
    card.phrases = [phraseOf(card.title), card.lines.map(phraseOf).join("|")];
  }

  // What answers each term, with how well; and the near spellings that did.
  terms(typed) {
    return termsOf(typed, this.months).map((term) => {
      const spelt = new Set();
      const found = this.words.ofTerm(term, spelt);
      return { ...term, found, spelt: [...spelt].map(fold), weight: Math.log(1 + this.cards.length / (found.size || 1)) };
    });
  }

  // The cards that answer what is typed, the best first, each with its score; and the words that did.
  of(typed) {
    const terms = this.terms(typed);
    const answered = terms.filter(({ found }) => found.size);
    const total = answered.reduce((sum, { weight }) => sum + weight, 0);
    const scores = new Map();
    answered.forEach(({ found, weight }) => {
      found.forEach((score, at) => {
        scores.set(at, (scores.get(at) || 0) + (weight / total) * Math.max(1 - score / LAST, 0.1));
      });
    });
    const best = Math.max(0, ...scores.values());
    const exact = this.exact(typed, terms);
    const found = [...scores]
      .filter(([at, score]) => score >= FAIR * best || exact.has(at))
      .map(([at, score]) => ({ card: this.cards[at], score: score + this.bonus(at, typed, terms, exact) }));
    found.sort((one, other) => other.score - one.score);
    // What nothing answers as it is typed.
    const unknown = terms.filter(({ found: some, spelt }) => !some.size || spelt.length).flatMap(({ words: own }) => own);
    return { found, isMatch: matcher(typed, terms), unknown };
  }

  // The cards that bear what is typed as a name, or a name near to it, each with what that is worth.
  exact(typed, terms) {
    const found = new Map();
    const take = (name, worth) =>
      this.named.get(nameOf(name))?.forEach((at) => found.set(at, Math.max(worth, found.get(at) || 0)));
    take(typed, BONUS.name);
    if (!terms.some(({ spelt }) => spelt.length)) return found;
    const combined = terms.reduce(
      (all, { words: own, spelt }) =>
        all.flatMap((before) => (spelt.length ? spelt : [own.join(" ")]).map((word) => `${before} ${word}`)).slice(0, 60),
      [""],
    );
    combined.forEach((name) => take(name, BONUS.nearName));
    return found;
  }

  bonus(at, typed, terms, exact) {
    const card = this.cards[at];
    const [title, lines] = card.phrases;
    const phrase = phraseOf(typed).trimEnd();
    const isPhrase = phrase.trim().includes(" ") || UNSPACED.test(phrase);
    const isDay = terms.length > 0 && terms.every(({ dates }) => dates.length);
    let sum = (exact.get(at) || 0) + BONUS.kind * card.boost;
    if (isPhrase && title.includes(phrase)) sum += BONUS.titlePhrase;
    // Words that somebody said are looked for on the page of the statement, and not where an event cites them.
    else if (isPhrase && lines.includes(phrase)) sum += BONUS.linePhrase + (card.facets.speaker ? BONUS.said : 0);
    if (card.isDay) sum += isDay ? BONUS.day : BONUS.otherDay;
    if (card.written) sum += BONUS.written;
    return sum + BONUS.whole * Math.min(1, phrase.length / title.length);
  }
}

// Tells which words of a card answer what was typed, to mark them; and the typed words as a phrase. The beginning of
// a word is no match where hardly a letter is typed: "a" would mark half of a text.
const SHORTEST_BEGINNING = 3;
const answers = (typed, word) =>
  typed === word || ((typed.length >= SHORTEST_BEGINNING || UNSPACED.test(typed)) && closeness(typed, word) !== null);
const matcher = (typed, terms) => {
  const known = new Map();
  const words = terms.flatMap(({ words: own }) => own);
  const spelt = new Set(terms.flatMap((term) => term.spelt));
  const isMatch = (written) => {
    const word = fold(written);
    if (!known.has(word)) known.set(word, spelt.has(word) || words.some((one) => answers(one, word)));
    return known.get(word);
  };
  return Object.assign(isMatch, { phrase: phraseOf(typed).trimEnd() });
};
