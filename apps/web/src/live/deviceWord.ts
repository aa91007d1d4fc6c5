/**
 * What this device says of itself while it is connected: how much of its person's work is on it and nowhere else. When
 * it is lost, that is the last that is known of it.
 */
import { checkAnswer } from "@sameside/model";
import { type Answers, type Aside, type ReplicaStatus, unsentOf } from "@sameside/replica";
import type { Place } from "./ownPlace.ts";
import type { Store } from "./store.ts";

export interface OwnDevice {
  /** Its name in this workshop. */
  readonly id: string;
  readonly kind: "laptop" | "phone";
}

interface Parts {
  readonly own: OwnDevice;
  readonly answers: Answers;
  readonly seat: Store<Place>;
  readonly status: Store<ReplicaStatus>;
  readonly aside: Aside;
}

/** What goes out within so many ms is not worth a word. */
const SETTLED_AFTER_MS = 3_000;
const NOTHING_BEFORE = { items: [] };

/** Says it when the connection is there, and again when it is another number and stays so. */
export function openDeviceWord({ own, answers, seat, status, aside }: Parts): { close(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasOnline = false;
  let isClosed = false;
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look().catch((error: unknown) => console.warn("What waits on this device could not be said", error));
    }, SETTLED_AFTER_MS);
  };
  const stops = [status.subscribe(lookSoon), aside.subscribe(lookSoon), answers.subscribe(lookSoon)];
  lookSoon();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };

  async function look(): Promise<void> {
    const isOnline = status.get().wire === "online";
    const isNew = isOnline && !wasOnline;
    wasOnline = isOnline;
    const { person, role } = seat.get();
    if (!isOnline || role === "dais") return;
    const said = saidBefore(person);
    if (!isNew && !mayBeOther(said)) return;
    const { waiting, setAside } = await unsentOf(answers.workshop);
    const now = { waiting: waiting.changes + waiting.answers, aside: setAside, files: waiting.files };
    const isSame = said && said.waiting === now.waiting && said.aside === now.aside && said.files === now.files;
    if (isSame || isClosed) return;
    await answers.put({ topic: "device", person, item: own.id, value: { kind: own.kind, ...now } });
  }

  /** The disk is asked only when something here says that it could hold another number than was said. */
  function mayBeOther(said: ReturnType<typeof saidBefore>): boolean {
    const isAnythingLeft = status.get().waiting > 0 || aside.all().length > 0 || answers.waiting() > 0;
    return isAnythingLeft || !said || said.waiting + said.aside + said.files > 0;
  }

  function saidBefore(person: string) {
    const row = answers.rows("device").find((each) => each.person === person && each.item === own.id);
    const checked = row && checkAnswer("device", row.item, row.value, NOTHING_BEFORE);
    return checked?.ok && checked.value !== null ? checked.value : undefined;
  }
}
