/** Makes a workshop from a template: its plan, and a board for each of its tables. */
import {
  type Actor,
  beginMapsWith,
  fillPlan,
  newPlan,
  type PlanStart,
  readPlan,
  stateOf,
  type Template,
} from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import type { Device, KnownWorkshop } from "@sameside/replica";
import { type AsDocuments, mergeIntoRoom } from "../live/documents.ts";
import { makeTableBoard, templateOfTables } from "./tableBoards.ts";
import { FIRST_GROUP, newWorkshop, RefusedError } from "./workshops.ts";

interface WorkshopStart extends PlanStart {
  /** What its tables' maps begin with, where that is not what the workshop's template says. */
  readonly maps?: { readonly title: string; readonly template: Template };
}

/**
 * Resolves when all of it is on this device's disk. Throws a `RefusedError`, and keeps nothing, when it was refused;
 * rejects when the disk cannot store it.
 */
export async function makePreparedWorkshop(
  device: Device,
  as: AsDocuments,
  { maps, ...start }: WorkshopStart,
): Promise<KnownWorkshop> {
  const known = newWorkshop(start.title);
  const by: Actor = { person: device.person, role: "facilitator", now: Date.now };
  const plan = newPlan();
  const filled = fillPlan(plan, by, { ...start, firstTable: FIRST_GROUP });
  if (filled.outcome === "refused") throw new RefusedError(filled.reason);
  const begun = maps && beginMapsWith(plan, by, maps);
  if (begun?.outcome === "refused") throw new RefusedError(begun.reason);
  const view = readPlan(plan);
  const ofTables = { workshop: known.id, template: templateOfTables(view), words: view.words };
  await mergeIntoRoom(as, "plan", planRoom(known.id), stateOf(plan));
  for (const { id: group, name } of view.groups)
    await makeTableBoard(as, by, { ...ofTables, group, title: tableTitle(start.title, name) });
  // Last: a workshop that is listed is there whole.
  await device.remember(known);
  return known;
}

/** What the first map of a table is called. */
export function tableTitle(workshop: string, table: string): string {
  return [workshop, table].filter((text) => text !== "").join(" · ");
}
