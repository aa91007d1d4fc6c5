/** Makes workshops on this device, without a network, and puts the first journey on their board. */
import type { Actor, BoardDocument, Outcome, RefusalReason } from "@sameside/model";
import type { Device, KnownWorkshop } from "@sameside/replica";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveBoard, openLiveBoard } from "../live/liveBoard.ts";
import { ownDevice } from "./ownDevice.ts";
import { randomText } from "./randomText.ts";

/** A workshop's id: 128 random bits. */
const ID_BYTES = 16;
/** The facilitator's secret: 256 random bits. */
const SECRET_BYTES = 32;
/** The one group of a workshop that has not been split into tables. */
export const FIRST_GROUP = "table1";

/** Writes the first content; every outcome is looked at, and one refusal undoes the whole. */
export type Fill = (board: BoardDocument, by: Actor) => readonly Outcome<unknown>[];

export interface OpenWorkshop {
  readonly known: KnownWorkshop;
  readonly live: LiveBoard;
}

/** A command said no while a new board was being filled. */
export class RefusedError extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(`The new board was refused: ${reason}`);
    this.reason = reason;
  }
}

/** A workshop that nobody knows yet, and that this device runs. */
export function newWorkshop(title: string): KnownWorkshop {
  return {
    id: randomText(ID_BYTES),
    group: FIRST_GROUP,
    title,
    secret: randomText(SECRET_BYTES),
    openedAt: Date.now(),
    right: "write",
  };
}

/** A new workshop whose board `fill` has written on. Throws a `RefusedError`, and keeps nothing, when it was refused. */
export async function makeWorkshop(device: Device, as: AsDocuments, title: string, fill: Fill): Promise<OpenWorkshop> {
  const known = newWorkshop(title);
  const live = await openLiveBoard({
    ...{ device, known, role: "facilitator", as },
    own: ownDevice(device, known.id),
  });
  const refused = fill(live.board, live.by).find((outcome) => outcome.outcome === "refused");
  if (refused?.outcome === "refused") {
    await live.close();
    await device.forget(known.id);
    throw new RefusedError(refused.reason);
  }
  await device.remember(known);
  return { known, live };
}
