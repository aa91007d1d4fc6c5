/**
 * Who is here: the last presence state of every client of a room. Presence carries no rights, so a connection may speak
 * only for the client ids it was the first to announce.
 */
import { limits } from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import type { PresenceState } from "./frames.ts";

const LEFT = "null";

interface Entry<Owner> extends PresenceState {
  readonly owner: Owner;
}

export class PresenceBook<Owner> {
  readonly #entryByClient = new Map<number, Entry<Owner>>();

  /** Everybody who is here. */
  states(): readonly PresenceState[] {
    return [...this.#entryByClient.values()].filter(({ state }) => state !== LEFT);
  }

  /**
   * Takes what `owner` says and answers what the others may hear; what it may not say is left out.
   * @throws Error when `bytes` is no awareness update
   */
  hear(owner: Owner, bytes: Uint8Array): readonly PresenceState[] {
    const heard = readPresence(bytes).filter((state) => isSound(state) && this.#maySpeak(owner, state));
    return heard.slice(0, limits.MAX_PRESENCE_CLIENTS).filter((state) => {
      const known = this.#entryByClient.get(state.clientId);
      if (!known && this.#owned(owner).length >= limits.MAX_PRESENCE_CLIENTS) return false;
      this.#entryByClient.set(state.clientId, { ...state, owner });
      return true;
    });
  }

  /** Forgets what `owner` announced and answers what tells the others that it left. */
  leave(owner: Owner): readonly PresenceState[] {
    const owned = this.#owned(owner);
    for (const { clientId } of owned) this.#entryByClient.delete(clientId);
    // The same clock: a device that comes back goes on counting where it was, and is heard with its next renewal.
    return owned.map(({ clientId, clock }) => ({ clientId, clock, state: LEFT }));
  }

  #maySpeak(owner: Owner, { clientId, clock }: PresenceState): boolean {
    const known = this.#entryByClient.get(clientId);
    return !known || (known.owner === owner && clock >= known.clock);
  }

  #owned(owner: Owner): readonly Entry<Owner>[] {
    return [...this.#entryByClient.values()].filter((entry) => entry.owner === owner);
  }
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(bytes);
  const states: PresenceState[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
    states.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    });
  return states;
}

/** Others parse the state as JSON when they hear it, and would stumble over anything else. */
function isSound({ state }: PresenceState): boolean {
  if (Buffer.byteLength(state) > limits.MAX_PRESENCE_BYTES) return false;
  try {
    const parsed: unknown = JSON.parse(state);
    return typeof parsed === "object";
  } catch {
    return false;
  }
}
