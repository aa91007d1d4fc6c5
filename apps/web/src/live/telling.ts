/** What the others are told of oneself: at most 15 times a second, and what was said last always arrives. */
import { fittingPresence, limits, type Presence } from "@sameside/protocol";

/** All but who it is, which is the seat's, and on which device. */
export type Told = Omit<Presence, "person" | "role" | "device">;

/** Milliseconds between two reports … */
const TELL_EVERY_MS = 67;
/** … and before the first: what is told was done in a frame that is still to be drawn. */
const TELL_SOON_MS = 16;

export interface Telling {
  /** What is not named stays as it was said last. */
  tell(part: Partial<Told>): void;
  /** The seat is another one: all is said anew. */
  renew(): void;
  close(): void;
}

export function openTelling(
  who: () => Pick<Presence, "person" | "role" | "device">,
  send: (presence: Presence) => void,
): Telling {
  let told: Told = { cursor: null };
  let last = "";
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    timer = undefined;
    if (!isStale) return;
    isStale = false;
    const presence = fittingPresence({ ...told, ...who() });
    const said = JSON.stringify(presence);
    if (said === last) return;
    last = said;
    send(presence);
    timer = setTimeout(tick, TELL_EVERY_MS);
  };
  const tellSoon = () => {
    isStale = true;
    if (timer !== undefined) return;
    // A page that nobody sees may be stopped at any moment.
    if (document.hidden) tick();
    else timer = setTimeout(tick, TELL_SOON_MS);
  };
  return {
    tell(part) {
      told = { ...told, ...withinLimits(part) };
      tellSoon();
    },
    renew: tellSoon,
    close() {
      clearTimeout(timer);
      timer = undefined;
      isStale = false;
    },
  };
}

/** Whole numbers are short, and nothing is said that the others would not take. */
function withinLimits(part: Partial<Told>): Partial<Told> {
  const { cursor, held, looking } = part;
  const rect = looking?.rect;
  return {
    ...part,
    ...(cursor && { cursor: { ...cursor, x: within(cursor.x), y: within(cursor.y) } }),
    ...(held && {
      held: {
        ...held,
        things: held.things.slice(0, limits.MAX_PRESENCE_THINGS),
        ...(held.by && { by: { x: within(held.by.x), y: within(held.by.y) } }),
      },
    }),
    ...(looking &&
      rect && {
        looking: {
          ...looking,
          rect: {
            x: within(rect.x),
            y: within(rect.y),
            width: Math.max(1, within(rect.width)),
            height: Math.max(1, within(rect.height)),
          },
        },
      }),
  };
}

function within(length: number): number {
  const most = limits.MAX_PRESENCE_COORDINATE;
  return Math.round(Math.max(-most, Math.min(most, length)));
}
