/** Words that are looked for in texts: case, accents and the ways to write one letter do not count. */

/** Letters that no decomposition takes apart, and the sigma that ends a word. */
const PLAIN_BY_LETTER: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ς: "σ",
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(PLAIN_BY_LETTER).join("")}]`, "gu");
const NOT_ASCII = /[^\n -~]/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** How well a word fits: it stands as a whole, begins a word, stands inside one, or not at all (0). */
const WHOLE = 3;
const BEGINS = 2;
const INSIDE = 1;
/** Only its letters are there, in their order: for what somebody types in a hurry. */
const LETTERS = 0.25;
/** Shorter than this the letters alone would be found nearly everywhere. */
const FEWEST_LETTERS = 3;

/** A piece of a text; `found` where it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** A text in the form that is compared. */
export function plainText(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(SPECIAL_LETTER, (letter) => PLAIN_BY_LETTER[letter] ?? letter);
}

/** The words of what somebody typed, in the form that is compared. */
export function wordsOf(query: string): readonly string[] {
  return plainText(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** 0 (is not there) … 3 (stands there as a word of its own); both in the form that is compared. */
export function fitOf(word: string, text: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0 && best < WHOLE; at = text.indexOf(word, at + 1)) {
    const begins = !WORD_CHARACTER.test(text[at - 1] ?? "");
    const ends = !WORD_CHARACTER.test(text[at + word.length] ?? "");
    best = Math.max(best, begins ? (ends ? WHOLE : BEGINS) : INSIDE);
  }
  return best;
}

/**
 * How well a short name fits what was typed: 0 when a word of it is missing, else the more the better. A word that is
 * not there fits a little when its letters are, in their order. Everything fits nothing.
 */
export function nearness(query: string, name: string): number {
  const plain = plainText(name);
  let sum = 0;
  for (const word of wordsOf(query)) {
    const fit = fitOf(word, plain) || (hasLetters(word, plain) ? LETTERS : 0);
    if (fit === 0) return 0;
    sum += fit;
  }
  // Of names that fit alike the shorter one says more of what was typed.
  return sum + 1 / (2 + plain.length);
}

/**
 * A text in pieces, those marked that are one of the words looked for; at most about `most` characters of it, from
 * shortly before the first that was found.
 */
export function markWords(text: string, query: string, most: number): readonly TextPart[] {
  const { plain, origins } = plainWithOrigins(text);
  const isFound = new Uint8Array(text.length);
  let first = text.length;
  for (const word of wordsOf(query))
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const [begin, end] = [origins[at], origins[at + word.length - 1]];
      isFound.fill(1, begin?.from, end?.to);
      first = Math.min(first, begin?.from ?? first);
    }
  const from = text.length <= most ? 0 : beginOfWord(text, Math.min(first - most / 4, text.length - most));
  const to = text.length <= from + most ? text.length : endOfCharacter(text, from + most);
  return [...(from > 0 ? [CUT] : []), ...piecesOf(text, isFound, from, to), ...(to < text.length ? [CUT] : [])];
}
const CUT: TextPart = { text: "…", found: false };

function piecesOf(text: string, isFound: Uint8Array, from: number, to: number): readonly TextPart[] {
  const pieces: TextPart[] = [];
  let begin = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && isFound[at] === isFound[begin]) continue;
    pieces.push({ text: text.slice(begin, at), found: isFound[begin] === 1 });
    begin = at;
  }
  return pieces.filter((piece) => piece.text !== "");
}

/** The compared form, and for each of its characters the one that it comes from. */
function plainWithOrigins(text: string) {
  const origins: { readonly from: number; readonly to: number }[] = [];
  let plain = "";
  let from = 0;
  for (const character of text) {
    const origin = { from, to: from + character.length };
    const piece = plainText(character);
    for (let i = 0; i < piece.length; i++) origins.push(origin);
    plain += piece;
    from = origin.to;
  }
  return { plain, origins };
}

function hasLetters(word: string, text: string): boolean {
  if (word.length < FEWEST_LETTERS) return false;
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first word that begins at or after `wish`; long texts without a space are cut where they are. */
function beginOfWord(text: string, wish: number): number {
  const from = Math.max(0, Math.floor(wish));
  if (from === 0) return 0;
  const space = text.slice(from, from + 20).search(/\s/);
  return space < 0 ? endOfCharacter(text, from) : from + space + 1;
}

/** Not between the halves of one character. */
function endOfCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
