/** The words in a PDF as Chromium prints it: text that is text, found again by its fonts' own tables. */
import { inflateSync } from "node:zlib";

/** The text of each page, without spaces: where a line ends a PDF has none. */
export function pdfPages(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of file.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b(.*?)[\r\n]endobj/gs))
    objects.set(id, body);
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((page) => textOfPage(page, objects));
}

/** Width and height of each page, in millimetres. */
export function pdfSizes(bytes: Uint8Array): (readonly [number, number])[] {
  const file = Buffer.from(bytes).toString("latin1");
  const boxes = file.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => [millimetres(width), millimetres(height)] as const);
}

function millimetres(points = "0"): number {
  return Math.round((Number(points) / 72) * 25.4);
}

type Objects = ReadonlyMap<string, string>;

function textOfPage(page: string, objects: Objects): string {
  const [, contents = ""] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
  const text = textOf(streamOf(objects.get(contents)), page, objects).replace(/\s+/g, "");
  // Inter draws both with one glyph, and the table names the other.
  return text.replaceAll("\u02bc", "\u2019");
}

/** What a stream writes with the fonts of `owner`, and what the drawings that it calls write. */
function textOf(stream: string, owner: string, objects: Objects): string {
  const fonts = namedIn(/\/Font\s*<<(.*?)>>/s.exec(owner)?.[1] ?? "");
  const drawings = namedIn(/\/XObject\s*<<(.*?)>>/s.exec(owner)?.[1] ?? "");
  let lettersByCode: ReadonlyMap<string, string> = new Map();
  let text = "";
  for (const [, font, hex, drawing] of stream.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\/(\w+) Do\b/g)) {
    if (font !== undefined) lettersByCode = lettersOf(objects.get(fonts.get(font) ?? ""), objects);
    if (hex !== undefined) text += decoded(hex, lettersByCode);
    const drawn = drawing === undefined ? undefined : objects.get(drawings.get(drawing) ?? "");
    if (drawn?.includes("/Subtype /Form")) text += textOf(streamOf(drawn), drawn, objects);
  }
  return text;
}

function namedIn(dictionary: string): ReadonlyMap<string, string> {
  return new Map([...dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, id]));
}

function streamOf(body = ""): string {
  const start = /stream\r?\n/.exec(body);
  if (!start) return "";
  const bytes = Buffer.from(body.slice(start.index + start[0].length, body.lastIndexOf("endstream")), "latin1");
  return body.includes("/FlateDecode")
    ? inflateSync(bytes, { finishFlush: 2 }).toString("latin1")
    : bytes.toString("latin1");
}

/** A font's ToUnicode table: from a code in hexadecimal to the letters it stands for. */
function lettersOf(font = "", objects: Objects): ReadonlyMap<string, string> {
  const [, table = ""] = /\/ToUnicode (\d+) 0 R/.exec(font) ?? [];
  const map = streamOf(objects.get(table));
  const letters = new Map<string, string>();
  for (const [, lines = ""] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = "", to = ""] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g)) letters.set(code, utf16(to));
  for (const [, lines = ""] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = "", to = "", first = ""] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) {
        const letter = Number.parseInt(first, 16) + code - Number.parseInt(from, 16);
        letters.set(hexOf(code, from.length), String.fromCharCode(letter));
      }
  return letters;
}

function decoded(hex: string, letters: ReadonlyMap<string, string>): string {
  const size = [...letters.keys()][0]?.length ?? 2;
  return (hex.match(new RegExp(`.{${size}}`, "g")) ?? []).map((code) => letters.get(code) ?? "").join("");
}

function hexOf(code: number, length: number): string {
  return code.toString(16).toUpperCase().padStart(length, "0");
}

function utf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
