/**
 * This device's way into a shared workshop: takes the seat, keeps it, takes it again when the relay knows it no longer,
 * and comes back when a board that was closed to this person may be open again.
 */
import { CLOSE } from "@sameside/protocol";
import { type Device, type Joining, type KnownWorkshop, RelayError, type ReplicaStatus } from "@sameside/replica";
import { openValue, type Store } from "./store.ts";

/**
 * `not-open`: this board is not for this person in this step. `seat-ended`: a facilitator has taken the seat.
 * `unknown`: the relay does not know the workshop, or no longer the way in.
 */
type Shut = "not-open" | "seat-ended" | "unknown";

export interface Entrance {
  /** Why the board is shut for this person; `undefined` while it is not. */
  readonly shut: Store<Shut | undefined>;
  /** Goes in, or tries again at once after it was shut. */
  enter(): void;
  close(): void;
}

interface Parts {
  readonly device: Device;
  readonly workshop: string;
  /** Of the seat that this tab connected with last. */
  readonly tried: () => string | undefined;
  /** What the person says of themselves, where no seat says it yet. */
  readonly joining: Joining;
  readonly status: Store<ReplicaStatus>;
  /** The workshop has a seat that holds: connects with it. */
  readonly entered: (known: KnownWorkshop) => void;
}

/** How long it waits before it tries a shut board again, in ms; half of it at least, so that a hall does not come at once. */
const TRY_AGAIN_MS = 20_000;
/** … and before it looks itself when another tab of this device is taking the seat anew. */
const LOOK_MYSELF_MS = 3_000;
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const GONE = 410;

export function openEntrance({ device, workshop, tried, joining, status, entered }: Parts): Entrance {
  const shut = openValue<Shut | undefined>(undefined);
  let isEntering = false;
  let isClosed = false;
  let wire: ReplicaStatus["wire"] = "none";
  /** It was taken anew, and the relay has not let it in since: once more would be the same again. */
  let isTakenAnew = false;
  /** The tab that holds the connection is taking the seat anew. */
  let isTakenElsewhere = false;
  let isEndedWhenTried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stopStatus = status.subscribe(lookAtWire);
  const tryNow = () => {
    if (timer !== undefined && document.visibilityState === "visible") void enter(isEndedWhenTried);
  };
  window.addEventListener("focus", tryNow);
  window.addEventListener("online", tryNow);
  document.addEventListener("visibilitychange", tryNow);

  return {
    shut,
    enter: () => void enter(shut.get() === "seat-ended"),
    close() {
      isClosed = true;
      stopStatus();
      clearTimeout(timer);
      window.removeEventListener("focus", tryNow);
      window.removeEventListener("online", tryNow);
      document.removeEventListener("visibilitychange", tryNow);
    },
  };

  async function enter(isEnded: boolean): Promise<void> {
    if (isEntering || isClosed) return;
    clearTimeout(timer);
    timer = undefined;
    isEntering = true;
    try {
      const known = await seated(isEnded);
      if (!isClosed && known) entered(known);
    } catch (error) {
      if (!isClosed) takeRefusal(error, isEnded);
    } finally {
      isEntering = false;
    }
  }

  /** `undefined` for a workshop that is on this device only. */
  async function seated(isEnded: boolean): Promise<KnownWorkshop | undefined> {
    const known = (await device.workshops()).find(({ id }) => id === workshop);
    if (known?.relay === undefined) return undefined;
    // Another tab of this device has one that was not tried here.
    if (isEnded && known.seat && known.seat.token !== tried()) {
      isTakenAnew = false;
      return known;
    }
    // With the seat, the links have to be known to the relay again.
    if (isEnded && known.secret !== undefined) return device.publish(workshop, known.relay);
    return device.enter(workshop, { ...joining, isEnded });
  }

  function takeRefusal(error: unknown, isEnded: boolean): void {
    // Without a code to come back with there is no status: nobody was asked.
    const isRefused = error instanceof RelayError && error.problem === "refused";
    if (isRefused && (error.status === FORBIDDEN || error.status === GONE || error.status === undefined)) {
      shut.set("seat-ended");
      return;
    }
    if (isRefused && error.status === NOT_FOUND) shut.set("unknown");
    console.warn("The seat at the relay was not taken; it is tried again", error);
    tryLater(isEnded, isRefused ? error.retryAfter : undefined);
  }

  function lookAtWire(): void {
    const before = wire;
    const now = status.get();
    wire = now.wire;
    if (wire === before) return;
    if (wire === "online") {
      isTakenAnew = false;
      shut.set(undefined);
      if (isTakenElsewhere) void enter(false);
      isTakenElsewhere = false;
    }
    if (wire === "refused") takeClosing(now);
  }

  function takeClosing({ refusal, elsewhere }: ReplicaStatus): void {
    const { code, reason } = refusal ?? {};
    if (code === CLOSE.notForYou.code && reason === CLOSE.notForYou.reason) {
      shut.set("not-open");
      tryLater(false);
    }
    const isUnknown = code === CLOSE.badToken.code || code === CLOSE.unknownWorkshop.code;
    isTakenElsewhere = isUnknown && elsewhere;
    // Once is enough for all tabs; when that one does not manage, this one tries.
    if (isTakenElsewhere) tryLater(true, 0, LOOK_MYSELF_MS);
    else if (isUnknown && isTakenAnew) tryLater(true);
    else if (isUnknown) {
      isTakenAnew = true;
      void enter(true);
    }
  }

  function tryLater(isEnded: boolean, seconds = 0, longest = TRY_AGAIN_MS): void {
    clearTimeout(timer);
    isEndedWhenTried = isEnded;
    const wait = Math.max(seconds * 1000, longest * (0.5 + Math.random() / 2));
    timer = setTimeout(() => void enter(isEnded), wait);
  }
}
