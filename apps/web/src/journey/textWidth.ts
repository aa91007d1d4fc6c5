/** How wide a text is, measured with the fonts of this page and without touching the page. */
import { TEXT_LOOKS, type TextStyle } from "@sameside/layout";

/** Layout units. Right once the fonts have loaded: open another one then. */
export function openTextWidth(): (piece: string, style: TextStyle) => number {
  const context = document.createElement("canvas").getContext("2d");
  const fontByStyle = new Map<TextStyle, string>();
  let current: TextStyle | undefined;
  return (piece, style) => {
    // Without a 2D context (a hardened browser) an average character stands for all of them.
    if (!context) return piece.length * TEXT_LOOKS[style].size * 0.5;
    if (style !== current) {
      const font = fontByStyle.get(style) ?? fontOf(style);
      fontByStyle.set(style, font);
      context.font = font;
      current = style;
    }
    return context.measureText(piece).width;
  };
}

/** Widths for who asks of thousands of texts where they break. */
export interface QuickWidth {
  /** Layout units; near to `limit` as measured, else added up from pairs of letters, whose widths are kept. */
  widthOf(piece: string, style: TextStyle, limit: number): number;
  /** Whether with the fonts that are there by now something that was measured has another width. */
  isOld(): boolean;
}

/** What is added up is right to within this (layout units): fonts move letters by the one that follows. */
const EXACT_WITHIN = 1;
/** A letter, or one in front of another, as a number. */
const PAIR = 0x10000;

export function openQuickWidth(): QuickWidth {
  const measured = openTextWidth();
  const widthsByStyle = new Map<TextStyle, Map<number, number>>();
  let hasMeasuredWhole = false;
  const widthsOf = (style: TextStyle) => {
    const known = widthsByStyle.get(style);
    if (known) return known;
    const widths = new Map<number, number>();
    widthsByStyle.set(style, widths);
    return widths;
  };
  const addedUp = (piece: string, style: TextStyle): number | undefined => {
    const widths = widthsOf(style);
    const widthOf = (letters: number) => {
      const known = widths.get(letters);
      if (known !== undefined) return known;
      const width = measured(textOf(letters), style);
      widths.set(letters, width);
      return width;
    };
    let sum = 0;
    let last = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece.charCodeAt(at);
      if (!standsAlone(letter)) return undefined;
      sum += last === 0 ? widthOf(letter) : widthOf(last * PAIR + letter) - widthOf(last);
      last = letter;
    }
    return sum;
  };
  return {
    widthOf(piece, style, limit) {
      const sum = addedUp(piece, style);
      if (sum !== undefined && Math.abs(sum - limit) > EXACT_WITHIN) return sum;
      if (sum === undefined) hasMeasuredWhole = true;
      return measured(piece, style);
    },
    isOld() {
      if (hasMeasuredWhole) return true;
      const now = openTextWidth();
      return [...widthsByStyle].some(([style, widths]) =>
        [...widths].some(([letters, width]) => now(textOf(letters), style) !== width),
      );
    },
  };
}

function textOf(letters: number): string {
  const first = Math.floor(letters / PAIR);
  return first === 0 ? String.fromCharCode(letters) : String.fromCharCode(first, letters % PAIR);
}

/** Latin letters, figures and signs. In other scripts a letter's shape hangs on more than its neighbour. */
function standsAlone(letter: number): boolean {
  return (letter >= 0x20 && letter < 0x250) || (letter >= 0x2010 && letter < 0x2028);
}

function fontOf(style: TextStyle): string {
  const { family, size, weight } = TEXT_LOOKS[style];
  const families = getComputedStyle(document.documentElement).getPropertyValue(`--${family}`);
  return `${weight} ${size}px ${families || family}`;
}
