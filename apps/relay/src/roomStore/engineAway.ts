/** What a store or a bus is not there for, and what devices are told then. */
import { CLOSE, type CloseReason } from "@sameside/protocol";

/** The engine does not answer, or another one has taken its place: trying later helps. */
export class EngineAway extends Error {}

/** Why a connection ends whose edits or answers the store did not take. */
export function closeUnstored(error: unknown): CloseReason {
  return error instanceof EngineAway ? CLOSE.engineAway : CLOSE.cannotStore;
}
