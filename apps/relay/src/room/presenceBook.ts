/**
 * Who is here: the last presence state of every client of a room. Presence carries no rights, so a connection may speak
 * only for the client ids it was the first to announce, or that a connection of the same person did before, and only as
 * the person and in the role of its seat.
 */
import { limits, type Seat } from "@sameside/protocol";
import { type PresenceState, readPresence } from "./frames.ts";

const LEFT = "null";
/** Clients that another relay does not tell of for so long are gone, in milliseconds: what devices themselves assume. */
const ELSEWHERE_LIFE_MS = 30_000;

/** Whoever announces presence: a connection. */
export interface Announcer {
  readonly seat: Pick<Seat, "person" | "role">;
}

/** What has to be told of one client. */
export interface PresenceNews extends PresenceState {
  /** Who announced it. */
  readonly person: string;
  /** `move`: it was known and changed; `renewal`: it says that it is still here. */
  readonly is: "arrival" | "move" | "renewal" | "end";
}

interface Entry<Owner> extends PresenceState {
  /** Absent = a connection of another relay. */
  readonly owner: Owner | undefined;
  readonly person: string;
  /** Of the owner, when it said so. */
  readonly seat: Announcer["seat"] | undefined;
  /** When it was last heard of, where the owner is elsewhere. */
  readonly heardAt: number;
  /** The room had nothing of this client when the owner came with it: nobody else can have known its number. */
  readonly isOwnNumber: boolean;
}

export class PresenceBook<Owner extends Announcer> {
  readonly #entryByClient = new Map<number, Entry<Owner>>();
  readonly #clientsByOwner = new Map<Owner, Set<number>>();

  /** Everybody who is here. */
  states(): readonly PresenceState[] {
    return [...this.#entryByClient.values()].filter(({ state }) => state !== LEFT);
  }

  /** Everybody whose connection is on this relay. */
  news(): readonly PresenceNews[] {
    return [...this.#entryByClient.values()].flatMap(({ owner, clientId, clock, state, person }) =>
      owner && state !== LEFT ? [{ clientId, clock, state, person, is: "renewal" as const }] : [],
    );
  }

  /** Whose a client's number is: who came with it before anything was written under it, and is here. */
  ownerOf(clientId: number): Owner | undefined {
    const entry = this.#entryByClient.get(clientId);
    return entry?.isOwnNumber && entry.state !== LEFT ? entry.owner : undefined;
  }

  /**
   * Takes what `owner` says and answers what the others may hear; what it may not say is left out. `hasWritten` tells
   * of which clients the room has anything.
   * @throws Error when `bytes` is no awareness update
   */
  hear(owner: Owner, bytes: Uint8Array, hasWritten: (clientId: number) => boolean): readonly PresenceNews[] {
    const { person } = owner.seat;
    const news: PresenceNews[] = [];
    for (const said of readPresence(bytes)) {
      if (news.length >= limits.MAX_PRESENCE_CLIENTS) break;
      const known = this.#entryByClient.get(said.clientId);
      if (!this.#maySpeak(owner, said, known)) continue;
      const isRenewal = known?.seat === owner.seat && known.state === said.state;
      if (!isRenewal && !isSound(said, owner)) continue;
      const isOwnNumber = known ? known.isOwnNumber : !hasWritten(said.clientId);
      this.#put({ ...said, owner, person, seat: owner.seat, heardAt: 0, isOwnNumber });
      news.push({ ...said, person, is: kindOf(said, known) });
    }
    return news;
  }

  /** Takes what another relay tells of its connections, and answers what is new here. `now` in milliseconds. */
  hearElsewhere(told: readonly PresenceNews[], now: number): readonly PresenceNews[] {
    return told.filter((news) => {
      const known = this.#entryByClient.get(news.clientId);
      // A device that came over from there has its say here.
      if (known?.owner || (known && news.clock < known.clock)) return false;
      if (news.state === LEFT) this.#entryByClient.delete(news.clientId);
      else if (known || this.#entryByClient.size < limits.MAX_ROOM_PRESENCE) {
        const { clientId, clock, state, person } = news;
        const elsewhere = { owner: undefined, seat: undefined, heardAt: now, isOwnNumber: false };
        this.#entryByClient.set(clientId, { clientId, clock, state, person, ...elsewhere });
      } else return false;
      return true;
    });
  }

  /** Forgets clients of other relays that were not heard of for long, and answers what tells that they left. */
  forgetElsewhere(now: number): readonly PresenceNews[] {
    const gone = [...this.#entryByClient.values()].filter(
      ({ owner, heardAt }) => !owner && now - heardAt > ELSEWHERE_LIFE_MS,
    );
    for (const { clientId } of gone) this.#entryByClient.delete(clientId);
    return gone.map(endOf);
  }

  /** Forgets what `owner` announced and answers what tells the others that it left. */
  leave(owner: Owner): readonly PresenceNews[] {
    const clients = [...(this.#clientsByOwner.get(owner) ?? [])];
    this.#clientsByOwner.delete(owner);
    return clients.flatMap((clientId) => {
      const entry = this.#entryByClient.get(clientId);
      this.#entryByClient.delete(clientId);
      return entry ? [endOf(entry)] : [];
    });
  }

  #maySpeak(owner: Owner, { clientId, clock, state }: PresenceState, known: Entry<Owner> | undefined): boolean {
    if (known?.owner === owner) return clock >= known.clock;
    // Who left is not here to be spoken for: others pass on that end as they heard it.
    if (!known && state === LEFT) return false;
    if (known && known.person !== owner.seat.person) return false;
    // Another tab goes on with the connection of one that ended, maybe before its end is heard of here. Devices pass on
    // what they hear as it is: only with a later number it is said for oneself.
    if (known && (known.owner ? clock <= known.clock : clock < known.clock)) return false;
    const own = this.#clientsByOwner.get(owner);
    if (own && !own.has(clientId) && this.#hereOf(own).length >= limits.MAX_PRESENCE_CLIENTS) return false;
    return known !== undefined || this.#entryByClient.size < limits.MAX_ROOM_PRESENCE;
  }

  #hereOf(own: ReadonlySet<number>): readonly number[] {
    return [...own].filter((clientId) => this.#entryByClient.get(clientId)?.state !== LEFT);
  }

  #put(entry: Entry<Owner> & { readonly owner: Owner }): void {
    const before = this.#entryByClient.get(entry.clientId)?.owner;
    if (before && before !== entry.owner) this.#clientsByOwner.get(before)?.delete(entry.clientId);
    this.#entryByClient.set(entry.clientId, entry);
    const own = this.#clientsByOwner.get(entry.owner);
    if (own) own.add(entry.clientId);
    else this.#clientsByOwner.set(entry.owner, new Set([entry.clientId]));
    if (own && own.size > limits.MAX_PRESENCE_CLIENTS) this.#forgetFirstEnd(own);
  }

  /** A tab that is loaded anew is a new client each time: the end of the one before need not be known for ever. */
  #forgetFirstEnd(own: Set<number>): void {
    const ended = [...own].find((clientId) => this.#entryByClient.get(clientId)?.state === LEFT);
    if (ended === undefined) return;
    own.delete(ended);
    this.#entryByClient.delete(ended);
  }
}

function kindOf(said: PresenceState, known: PresenceState | undefined): PresenceNews["is"] {
  if (said.state === LEFT) return "end";
  if (!known || known.state === LEFT) return "arrival";
  return known.state === said.state ? "renewal" : "move";
}

/** The same clock: a device that comes back goes on counting where it was, and is heard with its next renewal. */
function endOf({ clientId, clock, person }: PresenceState & { readonly person: string }): PresenceNews {
  return { clientId, clock, state: LEFT, person, is: "end" };
}

/** Others parse the state as JSON when they hear it, and would stumble over anything else. */
function isSound({ state }: PresenceState, { seat }: Announcer): boolean {
  if (Buffer.byteLength(state) > limits.MAX_PRESENCE_BYTES) return false;
  try {
    const parsed: unknown = JSON.parse(state);
    return typeof parsed === "object" && (parsed === null || isOf(seat, parsed));
  } catch {
    return false;
  }
}

/** `true` when a state claims to be no other person, in no other role. */
function isOf({ person, role }: Announcer["seat"], state: object): boolean {
  if ("person" in state && state.person !== person) return false;
  return !("role" in state) || state.role === role;
}
