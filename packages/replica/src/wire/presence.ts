/** Who else is in the room now, and what this device tells them. Nothing of it is stored. */
import { type Presence, parsePresence } from "@sameside/protocol";
import type { Awareness } from "y-protocols/awareness";
import { openChangeSignal } from "../changeSignal.ts";

/** One other connection to the room; a person with two tabs is there twice. */
export interface Other {
  /** The connection's number while it lasts. */
  readonly client: number;
  readonly presence: Presence;
}

export interface RoomPresence {
  /** What the others see of this device; `null`: nothing. Throws when it is too large or not of the agreed form. */
  set(presence: Presence | null): void;
  /** The others, by client; the same array and the same entries until something changes. */
  others(): readonly Other[];
  subscribe(listener: () => void): () => void;
}

/** Presence over an awareness; entries of others that are not of the agreed form are left out. */
export function openPresence(awareness: Awareness): RoomPresence {
  const signal = openChangeSignal();
  const knownByClient = new Map<number, Known>();
  let others: readonly Other[] = [];
  awareness.on("change", () => {
    const next = readOthers(awareness, knownByClient);
    if (next.length === others.length && next.every((other, index) => other === others[index])) return;
    others = next;
    signal.fire();
  });
  return {
    set(presence) {
      if (presence !== null && !parsePresence(presence))
        throw new Error("This presence cannot be told to the others: it is too large or not of the agreed form.");
      awareness.setLocalState(presence);
    },
    others: () => others,
    subscribe: signal.subscribe,
  };
}

/** In order of client. An entry whose state object is still the same keeps its identity and is not parsed again. */
function readOthers(awareness: Awareness, known: Map<number, Known>): readonly Other[] {
  const states = awareness.getStates();
  for (const client of known.keys()) if (!states.has(client)) known.delete(client);
  for (const [client, state] of states) {
    if (client === awareness.clientID || known.get(client)?.state === state) continue;
    const presence = parsePresence(state);
    known.set(client, { state, other: presence && { client, presence } });
  }
  return [...known.values()]
    .flatMap(({ other }) => (other ? [other] : []))
    .sort((first, second) => first.client - second.client);
}

interface Known {
  readonly state: unknown;
  readonly other: Other | undefined;
}
