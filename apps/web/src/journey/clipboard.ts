/**
 * What is copied from a map: for a map the things themselves, by their ids, so that words keep their author; for any
 * other program a plain table. By the events of the browser: at a LAN origin there is no other way to the clipboard.
 */
import type { Id, JourneyView } from "@sameside/model";
import { touchpointOf } from "./acts.ts";
import type { Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { type BlockCard, blockOf, cardLanes, columnOf } from "./landing.ts";
import { tableText } from "./plainTable.ts";
import { columnIds, type Things, thingsAmong } from "./several.ts";

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
function plainText(journey: JourneyView, { cards, touchpoints }: Things): string {
  const onTouchpoints = touchpoints.flatMap((id) => cardIdsOn(journey, id));
  const all = [...cards, ...onTouchpoints].flatMap((id) => cardOf(journey, id) ?? []);
  const columns = columnIds(journey);
  const columnsUsed = [
    ...new Set([...touchpoints, ...all.map((card) => columns[columnOf(journey, card.parent)] ?? card.parent)]),
  ].sort((a, b) => columns.indexOf(a) - columns.indexOf(b));
  const lanesUsed = cardLanes(journey).filter(({ id }) => all.some((card) => card.lane === id));
  const isList = touchpoints.length === 0 && columnsUsed.length === 1 && lanesUsed.length === 1;
  if (isList) return all.map(({ text }) => text.replace(/\s*\n\s*/g, " ")).join("\n");
  const inCell = (column: Id, lane: Id) =>
    all
      .filter((card) => card.lane === lane && columns[columnOf(journey, card.parent)] === column)
      .map(({ text }) => text)
      .join("\n");
  const titles = columnsUsed.map((id) => (touchpoints.includes(id) ? (touchpointOf(journey, id)?.title ?? "") : ""));
  return tableText([
    ...(touchpoints.length > 0 ? [titles] : []),
    ...lanesUsed.map((lane) => columnsUsed.map((column) => inCell(column, lane.id))),
  ]);
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

function cardIdsOn(journey: JourneyView, touchpoint: Id): readonly Id[] {
  return Object.values(touchpointOf(journey, touchpoint)?.cardsByLane ?? {}).flatMap((cards) =>
    cards.map(({ id }) => id),
  );
}
