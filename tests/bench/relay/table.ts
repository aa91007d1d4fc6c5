/** Figures as a table: one line for each figure, one column for each server, and how many times ours it is. */
import type { Figures } from "./scenario.ts";

const NAME_WIDTH = 34;
const COLUMN_WIDTH = 22;

/** `figuresByServer`: ours first, where it was measured. */
export function printTable(title: string, figuresByServer: ReadonlyMap<string, Figures>): void {
  const ours = figuresByServer.get("ours");
  const names = new Set([...figuresByServer.values()].flatMap((figures) => Object.keys(figures)));
  console.log(`\n${title}`);
  console.log(line("", [...figuresByServer.keys()]));
  for (const name of names)
    console.log(
      line(
        name,
        [...figuresByServer.values()].map((figures) =>
          cell(figures[name], figures === ours ? undefined : ours?.[name]),
        ),
      ),
    );
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(NAME_WIDTH)}${cells.map((text) => text.padStart(COLUMN_WIDTH)).join("")}`;
}

function cell(figure: number | string | undefined, ours: number | string | undefined): string {
  if (figure === undefined) return "–";
  if (typeof figure === "string") return figure;
  const hasRatio = typeof ours === "number" && ours !== 0 && figure !== 0 && Number.isFinite(figure / ours);
  return hasRatio ? `${digits(figure)} (${digits(figure / ours)}×)` : digits(figure);
}

export function digits(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
