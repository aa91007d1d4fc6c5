/** What single cells say. */

/** A number as people write it: `3`, `3,5`, `−2`, `4/5`; `undefined` for anything else, words with numbers included. */
export function numberOf(cell: string): number | undefined {
  const match = /^([-−+]?\d+(?:[.,]\d+)?)(?:\s*\/\s*\d+)?$/.exec(cell.trim());
  return match?.[1] === undefined ? undefined : Number(match[1].replace("−", "-").replace(",", "."));
}

/** The member of a list that a cell names, whatever its case. */
export function memberOf<T extends string>(members: readonly T[], cell: string): T | undefined {
  const wanted = cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return members.find((member) => member === wanted);
}

/** Names in one cell, joined by `; ` (a name's own `;` and `\` carry a `\`) or, without any `;`, by commas. */
export function actorsOf(cell: string): string[] {
  const separator = /(?:^|[^\\]);/.test(cell) ? ";" : undefined;
  const names: string[] = [];
  let name = "";
  for (let index = 0; index < cell.length; index++) {
    const char = cell[index] ?? "";
    if (char === "\\" && /[\\;,]/.test(cell[index + 1] ?? "")) {
      index++;
      name += cell[index] ?? "";
    } else if (char === (separator ?? ",")) {
      names.push(name);
      name = "";
    } else name += char;
  }
  return [...names, name].map((each) => each.trim()).filter((each) => each !== "");
}

/** Names as one cell that `actorsOf` reads back. */
export function actorsCell(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\;,]/g, "\\$&")).join("; ");
}

const BULLET = /^\s*(?:[-*•–]|\d+[.)])\s+/;

/** A cell's cards: one per line where every line is a bullet, else one. An empty cell has none. */
export function cardTexts(cell: string): string[] {
  const lines = cell.split("\n").filter((line) => line.trim() !== "");
  const isList = lines.length > 1 && lines.every((line) => BULLET.test(line));
  return (isList ? lines.map((line) => line.replace(BULLET, "")) : [cell]).flatMap((text) => text.trim() || []);
}
