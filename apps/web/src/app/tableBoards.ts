/** The boards of a workshop's tables: each begins with the same template, on this device's disk, and goes to the relay. */
import {
  type Actor,
  newBoard,
  type PlanView,
  readBoard,
  stateOf,
  TEMPLATES,
  type Template,
  templateJourneyId,
} from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { type KnownWorkshop, openReplica, waitingChanges } from "@sameside/replica";
import { addMap } from "../journey/newMap.ts";
import { type AsDocuments, mergeIntoRoom } from "../live/documents.ts";
import { linkOf } from "../live/ownPlace.ts";
import { inOwnTerms, type OwnTerms } from "../words/ownTerms.ts";
import { RefusedError } from "./workshops.ts";

interface TableBoard {
  readonly workshop: string;
  readonly group: string;
  /** Of its first journey. */
  readonly title: string;
  readonly template: Template;
  /** How the workshop says what stands in it. */
  readonly words: OwnTerms;
}

/** The template that a workshop's tables begin with: of the catalogue, or one of its own; the blank one where it says none. */
export function templateOfTables({ brief, templates }: Pick<PlanView, "brief" | "templates">): Template {
  const own = templates.find(({ id }) => id === brief.journeyTemplate)?.template;
  const [blank] = TEMPLATES;
  const template = own ?? TEMPLATES.find(({ id }) => id === brief.journeyTemplate) ?? blank;
  if (!template) throw new Error("The catalogue of templates is empty: the program is not whole. Reload the page.");
  return template;
}

/**
 * Makes a table's board, or adds to it what it lacks. Its phases and lanes have the same origin ids at every table (SPEC
 * P22). Throws a `RefusedError`; rejects when it cannot be stored.
 */
export async function makeTableBoard(as: AsDocuments, by: Actor, table: TableBoard): Promise<void> {
  const { workshop, group, title, template, words } = table;
  const room = boardRoom(workshop, group);
  const board = newBoard();
  const map = { template, title, journey: templateJourneyId(room, template) };
  const made = addMap(board, by, map, (text) => inOwnTerms(text, words));
  if (made.outcome === "refused") throw new RefusedError(made.reason);
  await mergeIntoRoom(as, "board", room, stateOf(board));
}

/**
 * Brings to the relay what of these tables' boards waits on this device, one after the other: most of them are never
 * opened here. Rejects when the relay will not take it; what waits stays on disk.
 */
export async function deliverTableBoards(
  as: AsDocuments,
  known: KnownWorkshop,
  groups: readonly string[],
  stop: AbortSignal,
): Promise<void> {
  const link = linkOf(known);
  if (!link) return;
  for (const group of groups) {
    const room = boardRoom(known.id, group);
    if (stop.aborted || (await waitingChanges(room)) === 0) continue;
    const replica = await openReplica({ room, asDocument: as.board, project: readBoard, open: link });
    const close = () => void replica.close();
    stop.addEventListener("abort", close, { once: true });
    try {
      await replica.delivered();
    } finally {
      stop.removeEventListener("abort", close);
      await replica.close();
    }
  }
}
