/** What a table's board says in the program's own words: the name of the table in its title, the lanes of its template. */
import { type Actor, type BoardDocument, describeJourney, type PlanView, readBoard, renameLane } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { type KnownWorkshop, openReplica, storedRoom } from "@sameside/replica";
import type { AsDocuments } from "../live/documents.ts";
import { linkOf } from "../live/ownPlace.ts";
import { inOwnTerms } from "../words/ownTerms.ts";
import { templateOfTables } from "./tableBoards.ts";

export type Named = Pick<PlanView, "groups" | "words" | "brief" | "templates">;

/**
 * Says on the boards of this device what was named anew in the plan, where it stands as the program wrote it. Rejects
 * when a board cannot be written.
 */
export async function nameOnBoards(
  as: AsDocuments,
  by: Actor,
  known: KnownWorkshop,
  before: Named,
  now: Named,
): Promise<void> {
  const nameBefore = new Map(before.groups.map(({ id, name }) => [id, name]));
  const areSpoken = JSON.stringify(before.words) !== JSON.stringify(now.words);
  for (const { id, name } of now.groups) {
    const old = nameBefore.get(id);
    const room = boardRoom(known.id, id);
    if (old === undefined || (old === name && !areSpoken) || !(await storedRoom(room))) continue;
    const link = linkOf(known);
    const replica = await openReplica<BoardDocument, ReturnType<typeof readBoard>>({
      room,
      asDocument: as.board,
      project: readBoard,
      ...(link && { open: link }),
    });
    nameOnBoard(replica.doc, by, { table: [old, name], lanes: lanesOf(before, now) });
    await replica.saved();
    await replica.close();
  }
}

interface Renaming {
  /** What it was called, and is. */
  readonly table: readonly [string, string];
  readonly lanes: ReadonlyMap<string, string>;
}

function nameOnBoard(board: BoardDocument, by: Actor, { table: [old, name], lanes }: Renaming): void {
  for (const { id, title, lanes: rows } of readBoard(board).journeys) {
    if (old !== "" && (title === old || title.endsWith(` · ${old}`)))
      describeJourney(board, by, { journey: id, title: title.slice(0, title.length - old.length) + name });
    for (const lane of rows) {
      const own = lanes.get(lane.name);
      if (own !== undefined) renameLane(board, by, { lane: lane.id, name: own });
    }
  }
}

/** The names of the template's lanes that are said in another way. */
function lanesOf(before: Named, now: Named): ReadonlyMap<string, string> {
  const { lanes } = templateOfTables(now);
  const names = lanes.map(({ name }) => [inOwnTerms(name, before.words), inOwnTerms(name, now.words)] as const);
  return new Map(names.filter(([old, own]) => old !== own));
}
