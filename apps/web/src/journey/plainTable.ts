/** Tables as other programs copy and paste them: rows of lines, cells between tabs, quotes round what holds either. */

/** What makes a spreadsheet take a cell for a formula, in ASCII and full width. */
const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /["\t\r\n]/;

/** Rows as text. A cell that a spreadsheet would run as a formula is written so that it is text (SPEC I7). */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(cellText).join("\t")).join("\n");
}

/** The cells of a table; `undefined` for text that is none, having no tab between two cells. */
export function tableIn(text: string): readonly (readonly string[])[] | undefined {
  const rows = rowsIn(text.replace(/\r\n?/g, "\n"));
  return rows.some((cells) => cells.length > 1) ? rows : undefined;
}

function cellText(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = cellAt(text, at);
    rows.at(-1)?.push(unguarded(cell).trim());
    if (text[end] === "\n") rows.push([]);
    at = end + 1;
    // A tab at the very end begins a last, empty cell.
    if (text[end] === "\t" && at === text.length) rows.at(-1)?.push("");
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ""));
}

/** The cell that begins at `start`, and where the tab or the line end after it is. */
function cellAt(text: string, start: number): readonly [string, number] {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const found = quoted.exec(text);
  if (found) return [(found[1] ?? "").replaceAll('""', '"'), quoted.lastIndex];
  const end = text.slice(start).search(/[\t\n]/);
  return end < 0 ? [text.slice(start), text.length] : [text.slice(start, start + end), start + end];
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell;
}
