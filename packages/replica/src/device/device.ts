/** This device: who its person is, and the workshops it has made or joined. */
import { NO_TABLE, type SeatAnswer } from "@sameside/protocol";
import { type Database, deviceFactory, type KnownWorkshop } from "../disk/database.ts";
import { type DeviceDisk, openDeviceDisk } from "../disk/deviceDisk.ts";
import { publishAt } from "./claim.ts";
import { movedTo } from "./moving.ts";
import { firstRight, heldSeat, isFresh, type Joining, joinBy, laterSeat, newSeat, refreshed } from "./ownSeat.ts";
import { newPersonId } from "./personId.ts";
import { RelayError } from "./relayApi.ts";
import { removeWorkshop } from "./removal.ts";

export interface Device {
  /** The person's id, made at first use or taken over. Without a disk it lasts as long as the page. */
  readonly person: string;
  /**
   * Takes over who somebody was on another device, where nobody has been anybody here yet. Answers `false`, and changes
   * nothing, on a device that knows workshops. Rejects when the disk cannot store it.
   */
  become(person: string): Promise<boolean>;
  /** `false` when nothing can be kept on this device: all is gone when the page closes. */
  readonly keeps: boolean;
  /** Known workshops, the one opened last first. */
  workshops(): Promise<readonly KnownWorkshop[]>;
  /**
   * Adds or replaces what is known of a workshop; of its seat at the same relay, the one that ends later stays. Rejects
   * when the disk cannot store it.
   */
  remember(workshop: KnownWorkshop): Promise<void>;
  /** Removes it from this device: boards, views, answers, secret. Close its replicas before. */
  forget(workshop: string): Promise<void>;
  /**
   * Makes the workshop known to a relay (its http origin), takes the facilitator's seat there, and makes its links lead
   * in. Doing it again gives the same. Rejects with a `PublishError` whose message says what to do.
   */
  publish(workshop: string, relayOrigin: string): Promise<KnownWorkshop>;
  /**
   * Takes a seat by a code: a link's, a short one, or a personal one. What the link says more goes into `link`: a code of
   * another workshop is refused. Rejects with a `RelayError`.
   */
  join(code: string, relayOrigin: string, options?: JoinOptions): Promise<KnownWorkshop>;
  /**
   * The workshop with a seat that holds, ready to connect: the kept one, at once; refreshed, when little of its life is
   * left; taken by the remembered code or secret, when there is none or `isEnded` says that the relay knows it no longer.
   * Rejects with a `RelayError`.
   */
  enter(workshop: string, options?: Joining & { readonly isEnded?: boolean }): Promise<KnownWorkshop>;
  /**
   * The workshop's relay is at another http origin: takes a seat there and remembers it. What is known stays as it was
   * when that fails. Rejects with a `RelayError` or a `PublishError`.
   */
  move(workshop: string, relayOrigin: string, as?: Joining): Promise<KnownWorkshop>;
  close(): void;
}

export interface JoinOptions extends Joining {
  readonly link?: Pick<KnownWorkshop, "id" | "group">;
}

/** Opens the device's own records; without a disk they are kept in memory. */
export async function openDevice(factory: IDBFactory | null = deviceFactory()): Promise<Device> {
  let restore = () => {};
  const disk = openDeviceDisk(factory, { reopened: (isEmptied) => isEmptied && restore() });
  const keptPerson = await readPerson(disk);
  let person = keptPerson ?? newPersonId();
  const onDisk = keptPerson === undefined ? undefined : recordsOnDisk(disk, () => person);
  if (onDisk) restore = onDisk.restore;
  const meanwhile = recordsInMemory(factory ? disk : undefined);
  const records = onDisk ?? meanwhile;
  const find = async (workshop: string) => (await records.all()).find(({ id }) => id === workshop);
  const keep = async (known: KnownWorkshop) => {
    await records.put(known);
    return known;
  };
  return {
    get person() {
      return person;
    },
    async become(other) {
      if ((await records.all()).length > 0) return false;
      if (keptPerson !== undefined)
        await disk.change((database) => database.meta.put({ key: PERSON_KEY, value: other }));
      person = other;
      return true;
    },
    keeps: keptPerson !== undefined,
    async workshops() {
      return (await records.all()).sort((first, second) => second.openedAt - first.openedAt);
    },
    remember: records.put,
    forget: records.remove,
    async publish(workshop, relayOrigin) {
      return keep(await publishAt(withoutSlash(relayOrigin), knownOr(await find(workshop)), person));
    },
    async join(code, relayOrigin, options = {}) {
      const { link, ...as } = options;
      const relay = withoutSlash(relayOrigin);
      const before = link && (await find(link.id));
      // Whoever made the workshop stays its facilitator, whatever link they follow.
      if (before?.secret !== undefined) return before;
      const seat = before?.relay === relay ? before.seat : undefined;
      const answer = await joinBy(code, { relay, person, seat, ...(link && { workshop: link.id }) }, as);
      return keep(joined(code, relay, answer, before ?? (await find(answer.workshop)), link));
    },
    async enter(workshop, { isEnded = false, ...as } = {}) {
      const known = knownOr(await find(workshop));
      const { relay, seat } = known;
      if (relay === undefined) throw new RelayError("no-relay", "This workshop is on this device only. Invite first.");
      const now = Date.now();
      if (seat && !isEnded && isFresh(seat, now)) return known;
      const kept = seat && !isEnded ? await refreshed(relay, seat, now) : undefined;
      return keep({ ...known, seat: kept ?? (await newSeat(known, { relay, workshop, person, seat }, as)) });
    },
    async move(workshop, relayOrigin, as = {}) {
      return keep(await movedTo(withoutSlash(relayOrigin), knownOr(await find(workshop)), person, as));
    },
    close() {
      meanwhile.close();
      disk.close();
    },
  };
}

function knownOr(known: KnownWorkshop | undefined): KnownWorkshop {
  if (!known) throw new RelayError("no-relay", "This device does not know the workshop. Open its link again.");
  return known;
}

function joined(
  code: string,
  relay: string,
  answer: SeatAnswer,
  before: KnownWorkshop | undefined,
  link: JoinOptions["link"],
): KnownWorkshop {
  const seat = heldSeat(answer);
  const id = answer.workshop;
  // Who is bound to a table comes to its board, whichever one the link was made at. Where nobody says, the plan does.
  const table = seat.table === NO_TABLE ? null : seat.table;
  const group = table ?? link?.group ?? before?.group ?? "";
  const right = firstRight(seat, { id, group });
  // A link that gave nothing more is no better way back in than the one before; a typed code leads in here and now only.
  const gaveNothing = before?.relay === relay && before.seat?.role === seat.role && before.token !== undefined;
  const codes = link && !gaveNothing && { token: code };
  return { title: "", ...before, id, group, ...codes, relay, seat, right, openedAt: Date.now() };
}

function withoutSlash(origin: string): string {
  return origin.replace(/\/+$/, "");
}

const PERSON_KEY = "person";

/** The person's id on disk, made now when there is none; `undefined` when there is no disk. */
async function readPerson(disk: DeviceDisk): Promise<string | undefined> {
  try {
    return await disk.run((database) =>
      // One transaction, so that two tabs opened at once agree.
      database.transaction("rw", database.meta, async () => {
        const kept = await database.meta.get(PERSON_KEY);
        if (typeof kept?.value === "string") return kept.value;
        const person = newPersonId();
        await database.meta.put({ key: PERSON_KEY, value: person });
        return person;
      }),
    );
  } catch (error) {
    console.warn("Nothing can be kept on this device", error);
    return undefined;
  }
}

interface WorkshopRecords {
  all(): Promise<KnownWorkshop[]>;
  put(workshop: KnownWorkshop): Promise<void>;
  remove(workshop: string): Promise<void>;
}

/** `restore` stores all again that was known here, after the browser has thrown it away. */
function recordsOnDisk(disk: DeviceDisk, person: () => string): WorkshopRecords & { restore(): void } {
  const knownById = new Map<string, KnownWorkshop>();
  const put = (workshops: readonly KnownWorkshop[]) => disk.change((database) => putRecords(database, workshops));
  return {
    async all() {
      const all = await disk.run((database) => database.workshops.toArray());
      knownById.clear();
      for (const workshop of all) knownById.set(workshop.id, workshop);
      return all;
    },
    async put(workshop) {
      await put([workshop]);
      knownById.set(workshop.id, workshop);
    },
    async remove(workshop) {
      await disk.change((database) => removeWorkshop(database, workshop));
      knownById.delete(workshop);
    },
    restore() {
      const known = [...knownById.values()];
      const keepPerson = disk.change((database) => database.meta.put({ key: PERSON_KEY, value: person() }));
      Promise.all([keepPerson, put(known)]).catch((error) =>
        console.warn("What the browser had thrown away could not be stored again", error),
      );
    },
  };
}

/**
 * Of a page whose disk did not take part when it was opened: it may be full, or held by a tab with an older program, for
 * a while only. They are stored before anything else is once that is over: without its record nobody would find a room
 * again.
 */
function recordsInMemory(disk: DeviceDisk | undefined): WorkshopRecords & { close(): void } {
  const workshopById = new Map<string, KnownWorkshop>();
  const owed = new Map<string, KnownWorkshop>();
  const store = async (database: Database) => {
    const now = [...owed.values()];
    await putRecords(database, now);
    for (const workshop of now) if (owed.get(workshop.id) === workshop) owed.delete(workshop.id);
  };
  const close = disk?.owe(store) ?? (() => {});
  return {
    all: async () => [...workshopById.values()],
    put: async (workshop) => {
      const next = withLaterSeat(workshopById.get(workshop.id), workshop);
      workshopById.set(workshop.id, next);
      owed.set(workshop.id, next);
      // At once where that is possible by now; else it is owed.
      disk?.change(store).catch(() => {});
    },
    remove: async (workshop) => {
      workshopById.delete(workshop);
      owed.delete(workshop);
      await disk?.change((database) => removeWorkshop(database, workshop));
    },
    close,
  };
}

async function putRecords(database: Database, workshops: readonly KnownWorkshop[]): Promise<void> {
  if (workshops.length === 0) return;
  await database.transaction("rw", database.workshops, async () => {
    for (const workshop of workshops)
      await database.workshops.put(withLaterSeat(await database.workshops.get(workshop.id), workshop));
  });
}

function withLaterSeat(kept: KnownWorkshop | undefined, next: KnownWorkshop): KnownWorkshop {
  const seat = laterSeat(kept, next);
  return { ...next, ...(seat && { seat }) };
}
