/** What the screen may say about where the work is. */
import type { Right, Seat, Step } from "@sameside/protocol";
import { openChangeSignal } from "./changeSignal.ts";
import type { Closing } from "./link.ts";
import type { DiskState } from "./writeQueue.ts";

export interface ReplicaStatus {
  /** "typing": not on disk yet · "kept": on this device · "failed": could not be stored, and is tried again. */
  readonly disk: DiskState;
  /** "none": no link given · "connecting": the first attempt · "offline": lost, tried again by itself · "refused": for good. */
  readonly wire: "none" | "connecting" | "online" | "offline" | "refused";
  /** What the relay says, or said last; "write" without a relay. */
  readonly right: Right;
  /** Changes of this device that the relay has not on disk, those of earlier visits included. */
  readonly waiting: number;
  /** Why the relay closed the last connection; final when `wire` is "refused". */
  readonly refusal?: Closing;
  /** Who this device is at the relay, as the relay said last. */
  readonly seat?: Omit<Seat, "workshop">;
  /** The step the workshop is in; absent before any was heard. */
  readonly step?: Step;
}

export interface StatusBoard {
  read(): ReplicaStatus;
  /** Takes over what differs; listeners hear only when something does. `refusal: undefined` takes it away. */
  update(changes: Partial<Omit<ReplicaStatus, "refusal">> & { readonly refusal?: Closing | undefined }): void;
  subscribe(listener: () => void): () => void;
}

/** A status that is the same object until it changes. */
export function openStatusBoard(): StatusBoard {
  const signal = openChangeSignal();
  let status: ReplicaStatus = { disk: "kept", wire: "none", right: "write", waiting: 0 };
  return {
    read: () => status,
    update(changes) {
      const { refusal, ...rest } = { ...status, ...changes };
      const next: ReplicaStatus = refusal ? { ...rest, refusal } : rest;
      if (sameStatus(status, next)) return;
      status = next;
      signal.fire();
    },
    subscribe: signal.subscribe,
  };
}

function sameStatus(one: ReplicaStatus, other: ReplicaStatus): boolean {
  return (
    one.disk === other.disk &&
    one.wire === other.wire &&
    one.right === other.right &&
    one.waiting === other.waiting &&
    one.refusal?.code === other.refusal?.code &&
    one.refusal?.reason === other.refusal?.reason &&
    one.seat === other.seat &&
    one.step === other.step
  );
}
