/** Where the keys lead in the table: along rows and columns, as in a spreadsheet. */
import type { Id, JourneyView } from "@sameside/model";
import { cardOf, type EditTarget } from "../journey/editing.ts";
import { placeForTouchpoint } from "../journey/places.ts";
import { cardBelow, type NextTarget } from "../journey/useEditing.ts";
import { columnsOf } from "./columns.ts";
import type { EditorKeys, Ways } from "./desk.ts";
import { stopsIn } from "./stops.ts";

export const TABLE_WAYS: Ways = { go, keys: editorKeys };

/** Esc leaves and keeps the words; Ctrl+Enter goes on below; Tab goes on in the cell beside; Enter ends a title. */
function editorKeys(...[event, { editing }]: Parameters<EditorKeys>): boolean {
  const target = editing.editing?.target;
  if (!target) return false;
  const isCard = target.kind === "card" || target.kind === "new-card";
  if (event.key === "Escape") editing.finish();
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) editing.finish(nextOfItsKind);
  else if (event.key === "Enter" && !isCard) editing.finish();
  else if (event.key === "Tab" && isCard) return finishBeside(editing, event.shiftKey ? -1 : 1);
  else return false;
  return true;
}

/** Another one of the same, right after. */
export const nextOfItsKind: NextTarget = (journey, target, written) => {
  switch (target.kind) {
    case "new-touchpoint":
    case "new-phase":
      return written === undefined ? undefined : target;
    case "touchpoint":
      return placeForTouchpoint(journey, { kind: "touchpoint", id: target.id });
    case "phase": {
      const next = journey.phases[journey.phases.findIndex(({ id }) => id === target.id) + 1];
      return { kind: "new-phase", ...(next && { before: next.id }) };
    }
    default:
      return cardBelow(journey, target, written);
  }
};

/** False at the edge of the table: there Tab leaves the field as anywhere. */
function finishBeside(editing: Parameters<EditorKeys>[1]["editing"], step: 1 | -1): boolean {
  let found = false;
  editing.finish((journey, target) => {
    const next = cellBeside(journey, target, step);
    found = next !== undefined;
    return next;
  });
  return found;
}

function cellBeside(journey: JourneyView, target: EditTarget, step: 1 | -1): EditTarget | undefined {
  const place = target.kind === "card" ? cardOf(journey, target.id) : target.kind === "new-card" ? target : undefined;
  if (!place) return undefined;
  const holders: Id[] = columnsOf(journey).map(({ holder }) => holder.id);
  const index = holders.indexOf(place.parent);
  const parent = index < 0 ? undefined : holders[index + step];
  return parent === undefined ? undefined : { kind: "new-card", parent, lane: place.lane };
}

function go(root: HTMLElement, from: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const cell = from.closest<HTMLTableCellElement>("th, td");
  const table = cell?.closest("table");
  if (!cell || !table) return event.ctrlKey ? undefined : alongStops(root, from, event.key);
  const grid = gridOf(table);
  const at = placeIn(grid, cell);
  if (!at) return undefined;
  if (event.ctrlKey) return toCorner(grid, event.key);
  switch (event.key) {
    case "ArrowLeft":
      return sideways(grid, at, cell, from, -1);
    case "ArrowRight":
      return sideways(grid, at, cell, from, 1);
    case "ArrowUp":
    case "ArrowDown":
      return upOrDown(grid, at, cell, from, event.key === "ArrowUp" ? -1 : 1) ?? beyond(root, table, event.key);
    case "Home":
      return firstIn(grid[at.row] ?? []);
    case "End":
      return firstIn([...(grid[at.row] ?? [])].reverse());
    default:
      return undefined;
  }
}

type Grid = readonly (readonly (HTMLTableCellElement | undefined)[])[];
interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Each cell once for every row and column that it spans. */
function gridOf(table: HTMLTableElement): Grid {
  const grid: (HTMLTableCellElement | undefined)[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, rowAt) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[rowAt]?.[column]) column++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) {
          const line = grid[rowAt + down];
          if (line) line[column + right] = cell;
        }
      column += cell.colSpan;
    }
  });
  return grid;
}

function placeIn(grid: Grid, cell: HTMLTableCellElement): Spot | undefined {
  for (const [row, cells] of grid.entries()) {
    const column = cells.indexOf(cell);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** The stop at the same height of the next cell that has one. Several in one line of a heading are gone through. */
function sideways(grid: Grid, { row, column }: Spot, cell: HTMLTableCellElement, from: HTMLElement, step: 1 | -1) {
  const own = stopsIn(cell);
  const index = own.indexOf(from);
  if (cell.tagName === "TH" && own[index + step]) return own[index + step];
  const cells = grid[row] ?? [];
  for (let at = column; at >= 0 && at < cells.length; at += step) {
    const next = cells[at];
    if (!next || next === cell) continue;
    const stops = stopsIn(next);
    if (stops.length > 0)
      return next.tagName === "TH" && step < 0 ? stops.at(-1) : stops[Math.min(index, stops.length - 1)];
  }
  return undefined;
}

/** Through the list of a cell and on into the next row. */
function upOrDown(grid: Grid, { row, column }: Spot, cell: HTMLTableCellElement, from: HTMLElement, step: 1 | -1) {
  const own = stopsIn(cell);
  const within = cell.tagName === "TD" ? own[own.indexOf(from) + step] : undefined;
  if (within) return within;
  for (let at = row + step; at >= 0 && at < grid.length; at += step) {
    const next = grid[at]?.[column];
    if (!next || next === cell) continue;
    const stops = stopsIn(next);
    if (stops.length > 0) return step > 0 || next.tagName === "TH" ? stops[0] : stops.at(-1);
  }
  return undefined;
}

/** What stands below the table, or back into it. */
function beyond(root: HTMLElement, table: HTMLTableElement, key: string): HTMLElement | undefined {
  return key === "ArrowDown" ? stopsIn(root).find((stop) => !table.contains(stop)) : undefined;
}

function alongStops(root: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : key === "ArrowRight" || key === "ArrowDown" ? 1 : 0;
  const stops = stopsIn(root);
  return step === 0 ? undefined : stops[stops.indexOf(from) + step];
}

function toCorner(grid: Grid, key: string): HTMLElement | undefined {
  const cells = grid.flat();
  if (key === "Home") return firstIn(cells);
  return key === "End" ? firstIn(cells.reverse()) : undefined;
}

function firstIn(cells: readonly (HTMLTableCellElement | undefined)[]): HTMLElement | undefined {
  for (const cell of cells) {
    const first = cell && stopsIn(cell)[0];
    if (first) return first;
  }
  return undefined;
}
