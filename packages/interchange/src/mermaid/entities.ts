/**
 * Mermaid's own entities: `#58;` is `:`, `#quot;` is `"`. The official parser swaps them for placeholders before it
 * reads (so that their `#` and `;` are no syntax) and for characters when it draws.
 */

/** The names that real files use; others stay as they are written. */
const CHARACTERS_BY_NAME: Readonly<Record<string, string>> = {
  quot: '"',
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  nbsp: "\u00a0",
  colon: ":",
  semi: ";",
  num: "#",
  comma: ",",
  percnt: "%",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  sect: "§",
  deg: "°",
  middot: "·",
  bull: "•",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  larr: "←",
  uarr: "↑",
  rarr: "→",
  darr: "↓",
  harr: "↔",
  infin: "∞",
  ne: "≠",
  le: "≤",
  ge: "≥",
  plusmn: "±",
  times: "×",
  divide: "÷",
  frac12: "½",
  frac14: "¼",
  check: "✓",
  cross: "✗",
  star: "☆",
  starf: "★",
  hearts: "♥",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
};

/** Placeholders of the official parser: what it reports as a raw name. */
const NUMBER_MARK = "\ufb02°°";
const NAME_MARK = "\ufb02°";
const END_MARK = "¶ß";

/** Entities as the official parser's placeholders, with its quirk for lines that look like a style. */
export function shieldEntities(text: string): string {
  const dropEnd = (match: string) => match.slice(0, -1);
  return text
    .replace(/style.*:\S*#.*;/g, dropEnd)
    .replace(/classDef.*:\S*#.*;/g, dropEnd)
    .replace(/#(\w+);/g, (_, inner: string) => (/^\d+$/.test(inner) ? NUMBER_MARK : NAME_MARK) + inner + END_MARK);
}

/** Placeholders, and HTML entities that stand in the text, as characters. */
export function unshieldEntities(text: string): string {
  if (!text.includes(NAME_MARK) && !text.includes("&")) return text;
  const asHtml = text.replaceAll(NUMBER_MARK, "&#").replaceAll(NAME_MARK, "&").replaceAll(END_MARK, ";");
  return asHtml.replace(/&(#?\w+);/g, (match, inner: string) => characterOf(inner) ?? match);
}

/** `#58;` and `#quot;` as characters; everything else untouched. */
export function decodeEntities(text: string): string {
  return text.replace(/#(\w+);/g, (match, inner: string) => {
    return characterOf(/^\d+$/.test(inner) ? `#${inner}` : inner) ?? match;
  });
}

function characterOf(inner: string): string | undefined {
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(inner);
  if (!number) return Object.hasOwn(CHARACTERS_BY_NAME, inner) ? CHARACTERS_BY_NAME[inner] : undefined;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : REPLACEMENT;
}

const REPLACEMENT = "\ufffd";
