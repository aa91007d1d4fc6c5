/** The frame of a map: its phases and lanes. Removing one is soft; what lies in it goes to the Unplaced tray. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isText, isTitle, problemIn } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import type { JourneyId, LaneId, PhaseId } from "../ids.ts";
import { MAX_TITLE_LENGTH } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Id, LaneKind } from "../schema.ts";
import { isMetricsOrNone } from "./factChecks.ts";
import { isFrameShut } from "./locks.ts";
import { living, orderAt, orderForMove } from "./place.ts";

/** Adds a phase in front of `before`, or as the last. */
export function addPhase(
  board: BoardDocument,
  by: Actor,
  args: { readonly journey: JourneyId; readonly title: string; readonly before?: PhaseId },
): Outcome<PhaseId> {
  return addToFrame(board, by, "phases", args, { title: args.title });
}

/** Adds a lane in front of `before`, or as the last. */
export function addLane(
  board: BoardDocument,
  by: Actor,
  args: { readonly journey: JourneyId; readonly kind: LaneKind; readonly name: string; readonly before?: LaneId },
): Outcome<LaneId> {
  return addToFrame(board, by, "lanes", args, { kind: args.kind, name: args.name });
}

export function renamePhase(
  board: BoardDocument,
  by: Actor,
  args: { readonly phase: PhaseId; readonly title: string },
): Outcome {
  return rename(board, by, "phases", args.phase, "title", args.title);
}

export function renameLane(
  board: BoardDocument,
  by: Actor,
  args: { readonly lane: LaneId; readonly name: string },
): Outcome {
  return rename(board, by, "lanes", args.lane, "name", args.name);
}

interface LaneFacts {
  readonly name?: string;
  /** The department that owns it. */
  readonly owner?: string;
  /** How the department measures its support ("within 2 h"); a text that is no metric is refused, "" takes it away. */
  readonly metrics?: string;
  /** What the department gets out of it. */
  readonly returns?: string;
}
const LANE_FACTS: Checks<LaneFacts> = { name: isTitle, owner: isTitle, metrics: isMetricsOrNone, returns: isText };

/** Changes what a lane says of itself; absent arguments stay as they are. */
export function describeLane(board: BoardDocument, by: Actor, args: LaneFacts & { readonly lane: LaneId }): Outcome {
  const lane = living(board, "lanes", args.lane);
  if (!lane) return refused("gone");
  if (isHeldFast(board, by, lane)) return refused("locked");
  const problem = problemIn(LANE_FACTS, args);
  if (problem) return refused(problem);
  return transact(board, by, (write) => {
    for (const [field, value] of Object.entries(givenFields(LANE_FACTS, args)))
      write.set("lanes", args.lane, field, value);
  });
}

/** Moves a phase with all it holds. */
export function movePhase(
  board: BoardDocument,
  by: Actor,
  args: { readonly phase: PhaseId; readonly before?: PhaseId },
): Outcome {
  return moveInFrame(board, by, "phases", args.phase, args.before);
}

/** Moves a lane with all it holds. */
export function moveLane(
  board: BoardDocument,
  by: Actor,
  args: { readonly lane: LaneId; readonly before?: LaneId },
): Outcome {
  return moveInFrame(board, by, "lanes", args.lane, args.before);
}

export function removePhase(board: BoardDocument, by: Actor, args: { readonly phase: PhaseId }): Outcome {
  return removeFromFrame(board, by, "phases", args.phase);
}

export function removeLane(board: BoardDocument, by: Actor, args: { readonly lane: LaneId }): Outcome {
  return removeFromFrame(board, by, "lanes", args.lane);
}

type Frame = "phases" | "lanes";

function addToFrame(
  board: BoardDocument,
  by: Actor,
  collection: Frame,
  { journey, before }: { readonly journey: Id; readonly before?: Id },
  stamped: Record<string, string>,
): Outcome<Id> {
  if (!living(board, "journeys", journey)) return refused("gone");
  if (isFrameShut(board, by, journey)) return refused("locked");
  if (Object.values(stamped).some((text) => text.length > MAX_TITLE_LENGTH)) return refused("too-long");
  const list = { parent: journey, lane: "" };
  const id = newId();
  return transact(board, by, (write) => {
    const order = orderAt(board, collection, list, before);
    write.create(collection, id, { stamped: { at: placeText({ ...list, order }), ...stamped } });
    return id;
  });
}

function rename(board: BoardDocument, by: Actor, collection: Frame, id: Id, field: string, text: string): Outcome {
  const record = living(board, collection, id);
  if (!record) return refused("gone");
  if (isHeldFast(board, by, record)) return refused("locked");
  if (text.length > MAX_TITLE_LENGTH) return refused("too-long");
  return transact(board, by, (write) => write.set(collection, id, field, text));
}

function moveInFrame(board: BoardDocument, by: Actor, collection: Frame, id: Id, before: Id | undefined): Outcome {
  const record = living(board, collection, id);
  if (!record) return refused("gone");
  if (isHeldFast(board, by, record)) return refused("locked");
  const list = { parent: record.at.value.parent, lane: "" };
  const order = orderForMove(board, collection, id, list, before);
  if (order === undefined) return NOTHING;
  return transact(board, by, (write) => write.set(collection, id, "at", placeText({ ...list, order })));
}

function removeFromFrame(board: BoardDocument, by: Actor, collection: Frame, id: Id): Outcome {
  const record = living(board, collection, id);
  if (!record) return NOTHING;
  if (isHeldFast(board, by, record)) return refused("locked");
  return transact(board, by, (write) => write.set(collection, id, "del", true));
}

/** Locked itself, or with the whole frame. */
function isHeldFast(board: BoardDocument, by: Actor, record: RecordOf<Frame>): boolean {
  return record.locked || isFrameShut(board, by, record.at.value.parent);
}
