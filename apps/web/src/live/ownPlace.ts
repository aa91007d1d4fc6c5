/** Who this device's person is in a workshop, and how it gets in and stays in over the connection of one document. */
import type { Actor, Role, Speaker } from "@sameside/model";
import { isColleague, type Seat, type SeatRole } from "@sameside/protocol";
import type { AttachmentPlace, Device, Joining, KnownWorkshop, Link, ReplicaStatus } from "@sameside/replica";
import { type Entrance, openEntrance } from "./entrance.ts";
import { openValue, type Store } from "./store.ts";

/** Who somebody is in the workshop, and at which table. */
export type Place = Omit<Seat, "workshop">;

export type WritesFor = Store<Speaker | undefined> & { set(speaker: Speaker | undefined): void };

export interface OwnPlace {
  /** This device's place in the workshop; until a relay has given one, what the person said of themselves. */
  readonly seat: Store<Place>;
  /** Follows the seat: person and role are read at each change. */
  readonly by: Actor;
  /** Whose words the person writes down at the moment; `undefined` for their own. */
  readonly writesFor: WritesFor;
  take(place: Place): void;
}

/** `role`: where no seat says it yet. */
export function openOwnPlace(
  { person, seat: held }: { person: string; seat: Place | undefined },
  role: Role,
): OwnPlace {
  const seat = openValue<Place>(held ?? { person, role, table: null });
  const writesFor = openValue<Speaker | undefined>(undefined);
  return {
    seat,
    writesFor,
    by: {
      get person() {
        return seat.get().person;
      },
      get role() {
        return actorRole(seat.get().role);
      },
      get writesFor() {
        return writesFor.get();
      },
      now: Date.now,
    },
    take({ person, role, table }) {
      if (!isSamePlace(seat.get(), { person, role, table })) seat.set({ person, role, table });
    },
  };
}

export interface WayIn {
  /** The workshop with the seat that was taken last, to be kept; `undefined` before the first. */
  readonly entered: Store<KnownWorkshop | undefined>;
  readonly entrance: Pick<Entrance, "shut" | "enter">;
  /** The workshop as it is known now. */
  latest(): KnownWorkshop;
  connect(known: KnownWorkshop): void;
  close(): void;
}

interface Parts {
  readonly device: Device;
  readonly known: KnownWorkshop;
  readonly place: OwnPlace;
  /** What the person says of themselves, where no seat says it yet. */
  readonly role: Role;
  readonly name?: string | undefined;
  readonly status: Store<ReplicaStatus>;
  readonly open: (link: Link) => void;
}

export function openWayIn({ device, known, place, role, name, status, open }: Parts): WayIn {
  let latest = known;
  let triedToken = linkOf(known)?.token;
  const entered = openValue<KnownWorkshop | undefined>(undefined);
  const connect = (shared: KnownWorkshop) => {
    latest = shared;
    if (shared.seat) place.take(shared.seat);
    const next = linkOf(shared);
    if (!next) return;
    triedToken = next.token;
    open(next);
  };
  const stop = status.subscribe(() => {
    const told = status.get().seat;
    if (told) place.take(told);
  });
  const entrance = openEntrance({
    device,
    workshop: known.id,
    tried: () => triedToken,
    joining: joiningOf(role, name),
    status,
    entered(shared) {
      entered.set(shared);
      connect(shared);
    },
  });
  if (known.relay !== undefined) entrance.enter();
  return {
    entered,
    entrance,
    latest: () => latest,
    connect,
    close() {
      stop();
      entrance.close();
    },
  };
}

/** What the map notes of an author: who helps at a table stands with the moderators, a screen writes nothing. */
export function actorRole(role: SeatRole): Role {
  if (role === "junior") return "moderator";
  return role === "dais" ? "colleague" : role;
}

/** `true` for who listens while customers speak: colleagues, and those of them who help at a table. */
export function listens(place: Pick<Place, "role">): boolean {
  return isColleague(place);
}

/** Where a workshop is reached, and with what; `undefined` while it is on this device only. */
export function linkOf({ relay, seat }: KnownWorkshop): Link | undefined {
  if (relay === undefined || !seat) return undefined;
  return { url: `${relay.replace(/^http/, "ws")}/sync`, token: seat.token, person: seat.person };
}

/** Where its pictures and sounds are; `undefined` while it is on this device only. */
export function filePlaceOf({ id, relay, seat }: KnownWorkshop): AttachmentPlace | undefined {
  return relay === undefined || !seat ? undefined : { origin: relay, workshop: id, token: seat.token };
}

function joiningOf(role: Role, name: string | undefined): Joining {
  const isSaid = role === "customer" || role === "colleague";
  return { ...(isSaid && { role }), ...(name !== undefined && { name }) };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.person === other.person && one.role === other.role && one.table === other.table;
}
