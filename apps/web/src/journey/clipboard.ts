/**
 * What is copied from a map: for a map the things themselves, by their ids, so that words keep their author; for any
 * other program a plain table. By the events of the browser: at a LAN origin there is no other way to the clipboard.
 */
import type { Id, JourneyView } from "@sameside/model";
import type { Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { type BlockCard, blockOf, cardLanes, columnsByHolder } from "./landing.ts";
import { tableText } from "./plainTable.ts";
import { type Things, thingsAmong } from "./several.ts";

const THINGS_TYPE = "application/x-sameside-things";
/** More than this never comes from a map of ours. */
const MAX_TAKEN_SIZE = 5_000_000;

/** What was taken from a map. */
export interface Taken {
  readonly journey: Id;
  /** It was cut: the first paste moves it. */
  readonly isCut: boolean;
  readonly cards: readonly BlockCard[];
  readonly touchpoints: readonly Id[];
  /** A whole lane, and then nothing else. */
  readonly lane?: Id;
}

/** Writes what is chosen; how many things it is, 0 when there is nothing to copy. */
export function giveToClipboard(
  clipboard: DataTransfer,
  journey: JourneyView,
  chosen: readonly Selection[],
  isCut: boolean,
): number {
  const lane = chosen.length === 1 && chosen[0]?.kind === "lane" ? chosen[0].id : undefined;
  const things = thingsAmong(journey, chosen);
  const count = lane === undefined ? things.cards.length + things.touchpoints.length : 1;
  if (count === 0) return 0;
  const taken: Taken = {
    ...{ journey: journey.id, isCut, touchpoints: things.touchpoints, cards: blockOf(journey, things.cards) },
    ...(lane !== undefined && { lane }),
  };
  clipboard.setData(THINGS_TYPE, JSON.stringify(taken));
  clipboard.setData("text/plain", lane === undefined ? plainText(journey, things) : laneText(journey, lane));
  return count;
}

/** What a clipboard holds from a map of ours; `undefined` when it holds nothing of that kind. */
export function takenIn(clipboard: DataTransfer): Taken | undefined {
  const text = clipboard.getData(THINGS_TYPE);
  if (text === "" || text.length > MAX_TAKEN_SIZE) return undefined;
  try {
    return asTaken(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A clipboard comes from outside: nothing of it is taken on trust. */
function asTaken(value: unknown): Taken | undefined {
  if (!isObject(value)) return undefined;
  const { journey, isCut, cards, touchpoints, lane } = value;
  if (typeof journey !== "string" || !Array.isArray(cards) || !Array.isArray(touchpoints)) return undefined;
  return {
    ...{ journey, isCut: isCut === true, cards: cards.filter(isBlockCard), touchpoints: touchpoints.filter(isText) },
    ...(typeof lane === "string" && { lane }),
  };
}

function isBlockCard(value: unknown): value is BlockCard {
  if (!isObject(value)) return false;
  const { id, column, row, kind } = value;
  return isText(id) && Number.isInteger(column) && Number.isInteger(row) && isText(kind);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** One card in one cell after the other are lines; anything wider is a table: lanes down, touchpoints across. */
function plainText(journey: JourneyView, things: Things): string {
  const touchpoints = journey.phases
    .flatMap((phase) => phase.touchpoints)
    .filter(among(things.touchpoints))
    .map(({ id, title, cardsByLane }) => ({ id, title, cards: Object.values(cardsByLane).flat() }));
  const cards = [
    ...things.cards.flatMap((id) => cardOf(journey, id) ?? []),
    ...touchpoints.flatMap((touchpoint) => touchpoint.cards),
  ];
  const columnByHolder = columnsByHolder(journey);
  const columnOf = (holder: Id) => columnByHolder.get(holder) ?? 0;
  const titleByColumn = new Map(touchpoints.map(({ id, title }) => [columnOf(id), title]));
  const textsByCell = new Map<string, string[]>();
  for (const { text, lane, parent } of cards) {
    const cell = cellKey(lane, columnOf(parent));
    const texts = textsByCell.get(cell);
    if (texts) texts.push(text);
    else textsByCell.set(cell, [text]);
  }
  const columns = [...new Set([...titleByColumn.keys(), ...cards.map(({ parent }) => columnOf(parent))])].sort(
    (a, b) => a - b,
  );
  const lanes = cardLanes(journey).filter(among(cards.map(({ lane }) => lane)));
  const isList = touchpoints.length === 0 && columns.length === 1 && lanes.length === 1;
  if (isList) return cards.map(({ text }) => text.replace(/\s*\n\s*/g, " ")).join("\n");
  return tableText([
    ...(touchpoints.length > 0 ? [columns.map((column) => titleByColumn.get(column) ?? "")] : []),
    ...lanes.map(({ id }) => columns.map((column) => (textsByCell.get(cellKey(id, column)) ?? []).join("\n"))),
  ]);
}

function among(ids: readonly Id[]): (thing: { readonly id: Id }) => boolean {
  const chosen = new Set(ids);
  return ({ id }) => chosen.has(id);
}

function cellKey(lane: Id, column: number): string {
  return `${column} ${lane}`;
}

/** The touchpoints above, the lane's cards below. */
function laneText(journey: JourneyView, lane: Id): string {
  const holders = journey.phases.flatMap((phase) => [
    ...((phase.cardsByLane[lane] ?? []).length > 0 || phase.touchpoints.length === 0 ? [phase] : []),
    ...phase.touchpoints,
  ]);
  const cells = holders.map((holder) => (holder.cardsByLane[lane] ?? []).map(({ text }) => text).join("\n"));
  return tableText([holders.map(({ title }) => title), cells]);
}
