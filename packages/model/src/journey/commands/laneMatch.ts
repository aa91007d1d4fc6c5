/** Which lane of a journey takes what stood in a lane of another: none of it is lost where the lanes differ. */

import type { Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { carriedFields } from "../carriedFields.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { inOrder, NEVER_COPIED, originOf } from "./copies.ts";
import { known, livingHeldBy, orderAt } from "./place.ts";

/**
 * The same lane, else one of the same origin, else one of the same kind and name, else one of the same kind; else a copy
 * of the lane is made at the end of the journey, once.
 */
export function openLaneMatch(board: BoardDocument, write: Writer, journey: Id): (lane: Id) => Id {
  const lanes = inOrder(livingHeldBy(board, "lanes", journey)).filter(holdsCards);
  const matchByLane = new Map<Id, Id>();
  return (lane) => {
    const match = matchByLane.get(lane) ?? matching(lanes, known(board, "lanes", lane))?.id;
    const found = match ?? writeLaneCopy(board, write, journey, lane, undefined);
    matchByLane.set(lane, found);
    return found;
  };
}

/** Writes a lane again, without its cards. One that nobody knows becomes a free lane. */
export function writeLaneCopy(board: BoardDocument, write: Writer, journey: Id, lane: Id, before: Id | undefined): Id {
  const id = newId();
  const list = { parent: journey, lane: "" };
  const record = known(board, "lanes", lane);
  const { stamped, texts } = carriedFields(board, "lanes", lane, NEVER_COPIED);
  const isElsewhere = record && record.at.value.parent !== journey;
  write.create("lanes", id, {
    plain: isElsewhere ? originOf(record) : {},
    stamped: {
      kind: "free",
      name: "",
      ...stamped,
      at: placeText({ ...list, order: orderAt(board, "lanes", list, before) }),
    },
    texts,
  });
  return id;
}

export function holdsCards({ kind }: Pick<RecordOf<"lanes">, "kind">): boolean {
  return kind !== "touchpoint" && kind !== "feeling";
}

type Lane = RecordOf<"lanes">;

function matching(lanes: readonly Lane[], lane: Lane | undefined): Lane | undefined {
  if (!lane) return undefined;
  const first = (it: Lane) => it.origin ?? it.id;
  return (
    lanes.find(({ id }) => id === lane.id) ??
    lanes.find((it) => first(it) === first(lane)) ??
    lanes.find(({ kind, name }) => kind === lane.kind && name === lane.name) ??
    lanes.find(({ kind }) => kind === lane.kind)
  );
}
