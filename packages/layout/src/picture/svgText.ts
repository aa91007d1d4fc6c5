/** Text as SVG text: what is measured is what is drawn, line by line, and it stays text in a browser and in a PDF. */
import { TEXT_LOOKS, type TextStyle } from "../metrics.ts";
import { breakLines } from "../textLines.ts";
import { PALETTE } from "./palette.ts";

/** How wide a piece of text is on one line, in layout units. */
export type WidthOf = (piece: string, style: TextStyle) => number;

export interface TextPlace {
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  /** Lines are broken here; text that runs from right to left ends here. */
  readonly width: number;
  readonly style: TextStyle;
  readonly fill?: string;
  /** As strong as a title, where it is measured as what its style says. */
  readonly isStrong?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** One line only; what is too long for it ends in "…". */
  readonly isCut?: boolean;
}

const FAMILIES = {
  sans: "'Inter Variable', Inter, system-ui, sans-serif",
  serif: "'Newsreader Variable', Newsreader, Georgia, serif",
} as const;
/** From the middle of a line to its baseline, in parts of the size: half of what the font goes up more than down. */
const BASELINE = { sans: 0.364, serif: 0.235 } as const;

const STRONG = 600;

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** What XML 1.0 cannot hold, not even escaped: control characters and halves of a character. */
const NO_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text or an attribute's value. */
export function escapeXml(text: string): string {
  return text.replace(NO_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A text broken into lines, each an element of its own: a line that runs from right to left begins at the right. */
export function svgText(text: string, place: TextPlace, widthOf: WidthOf): string {
  const { x, y, width, style, fill = PALETTE.ink, anchor = "start", isCut = false, isStrong = false } = place;
  const { family, size, weight, lineHeight } = TEXT_LOOKS[style];
  const isTurned = RIGHT_TO_LEFT.test(text) && anchor === "start";
  const lines = isCut
    ? [fitted(text, width, (piece) => widthOf(piece, style))]
    : breakLines(text, width, (piece) => widthOf(piece, style));
  const first = y + lineHeight / 2 + BASELINE[family] * size;
  const look = [
    `font-family="${FAMILIES[family]}" font-size="${size}" font-weight="${isStrong ? STRONG : weight}" fill="${fill}"`,
    anchor === "start" ? "" : ` text-anchor="${anchor}"`,
    isTurned ? ' direction="rtl"' : "",
  ].join("");
  const from = isTurned ? x + width : x;
  const drawn = lines.map((line, index) =>
    line.trim() === "" ? "" : `<text x="${num(from)}" y="${num(first + index * lineHeight)}">${escapeXml(line)}</text>`,
  );
  return `<g ${look}>${drawn.join("")}</g>`;
}

/** How high a text is at this width. */
export function heightOfText(text: string, width: number, style: TextStyle, widthOf: WidthOf): number {
  return breakLines(text, width, (piece) => widthOf(piece, style)).length * TEXT_LOOKS[style].lineHeight;
}

/** A coordinate with two places after the point. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function fitted(text: string, width: number, widthOf: (piece: string) => number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (widthOf(line) <= width) return line;
  const characters = [...line];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
