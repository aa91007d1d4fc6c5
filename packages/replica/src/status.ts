/** What the screen may say about where the work is. */
import type { Right, Seat, Step } from "@sameside/protocol";
import { openChangeSignal } from "./changeSignal.ts";
import type { DiskTrouble } from "./disk/diskTrouble.ts";
import type { DiskState } from "./disk/writeQueue.ts";
import type { Closing } from "./wire/link.ts";

export interface ReplicaStatus {
  /** "typing": own changes are not on disk yet · "kept": on this device · "failed": could not be stored, and is tried again. */
  readonly disk: DiskState;
  /** Why, when `disk` is "failed". */
  readonly trouble?: DiskTrouble;
  /** What is on disk would survive a power cut, as far as the browser can promise. */
  readonly safe: boolean;
  /** A newer program in another tab has the device's store: this tab shows, and stores nothing more. */
  readonly outdated: boolean;
  /** Pieces stored on this device that cannot be read. */
  readonly damaged: number;
  /** "none": no link given · "connecting": the first attempt · "offline": lost, tried again by itself · "refused": for good. */
  readonly wire: "none" | "connecting" | "online" | "offline" | "refused";
  /** Much that others did is coming in, slice by slice: a view that is read meanwhile may lack what the next one brings. */
  readonly catchingUp: boolean;
  /** All that the relay had when the connection came is in the document; said only by the tab that holds it. */
  readonly caughtUp: boolean;
  /** Another tab of this device holds the connection, or is being looked for: what is said of it comes from there. */
  readonly elsewhere: boolean;
  /** What the relay says, or said last; "write" without a relay. */
  readonly right: Right;
  /** The relay has said `right` over the connection that is there, and of every frame sent until then what became of it. */
  readonly answered: boolean;
  /** Changes of this device that the relay has not on disk, those of earlier visits included. */
  readonly waiting: number;
  /**
   * The relay has not taken changes of this device and will not: they are to be set aside (`Replica.setAside`), in every
   * tab.
   */
  readonly refused: boolean;
  /**
   * Why the relay closed the last connection; final when `wire` is "refused". While something waits it stays over the
   * next connection, too, until the relay has stored something or that connection has held for a while.
   */
  readonly refusal?: Closing;
  /** Who this device is at the relay, as the relay said last. */
  readonly seat?: Omit<Seat, "workshop">;
  /** The step the workshop is in; absent before any was heard. */
  readonly step?: Step;
}

type StatusChanges = Partial<Omit<ReplicaStatus, "refusal" | "trouble">> & {
  readonly refusal?: Closing | undefined;
  readonly trouble?: DiskTrouble | undefined;
};

export interface StatusBoard {
  read(): ReplicaStatus;
  /** Takes over what differs; listeners hear only when something does. `undefined` takes away. */
  update(changes: StatusChanges): void;
  /** As `update`, of what is the case when the status is read next, or else when what the page is doing now is done. */
  updateSoon(changes: () => StatusChanges): void;
  subscribe(listener: () => void): () => void;
}

/** A status that is the same object until it changes. */
export function openStatusBoard(): StatusBoard {
  const signal = openChangeSignal();
  let status: ReplicaStatus = {
    disk: "kept",
    safe: true,
    outdated: false,
    damaged: 0,
    wire: "none",
    catchingUp: false,
    caughtUp: false,
    elsewhere: false,
    right: "write",
    answered: false,
    waiting: 0,
    refused: false,
  };
  let due: (() => StatusChanges) | undefined;
  let isNews = false;
  return {
    read() {
      takeDue();
      return status;
    },
    update(changes) {
      takeDue();
      take(changes);
      tell();
    },
    updateSoon(changes) {
      if (!due) queueMicrotask(tellDue);
      due = changes;
    },
    subscribe: signal.subscribe,
  };

  function tellDue(): void {
    takeDue();
    tell();
  }

  function takeDue(): void {
    const changes = due;
    due = undefined;
    if (changes) take(changes());
  }

  function take(changes: StatusChanges): void {
    const { refusal, trouble, ...rest } = { ...status, ...changes };
    const next: ReplicaStatus = { ...rest, ...(refusal ? { refusal } : {}), ...(trouble ? { trouble } : {}) };
    if (sameStatus(status, next)) return;
    status = next;
    isNews = true;
  }

  /** Apart from what is read: a listener must not hear of it while somebody reads. */
  function tell(): void {
    if (!isNews) return;
    isNews = false;
    signal.fire();
  }
}

function sameStatus(one: ReplicaStatus, other: ReplicaStatus): boolean {
  return (
    one.disk === other.disk &&
    one.trouble === other.trouble &&
    one.safe === other.safe &&
    one.outdated === other.outdated &&
    one.damaged === other.damaged &&
    one.wire === other.wire &&
    one.catchingUp === other.catchingUp &&
    one.caughtUp === other.caughtUp &&
    one.elsewhere === other.elsewhere &&
    one.right === other.right &&
    one.waiting === other.waiting &&
    one.answered === other.answered &&
    one.refused === other.refused &&
    one.refusal?.code === other.refusal?.code &&
    one.refusal?.reason === other.refusal?.reason &&
    isSame(one.seat, other.seat) &&
    isSame(one.step, other.step)
  );
}

/** Of small plain objects that are always built alike; another tab's are never the same ones. */
function isSame(one: object | undefined, other: object | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
