/** This device: who its person is, and the workshops it has made or joined. */
import { claimWorkshop, PublishError } from "./claim.ts";
import { besideKey, type Database, deviceFactory, type KnownWorkshop } from "./database.ts";
import { type DeviceDisk, openDeviceDisk } from "./deviceDisk.ts";
import { newPersonId } from "./personId.ts";

export interface Device {
  /** The person's id, made at first use. Without a disk it lasts as long as the page. */
  readonly person: string;
  /** `false` when nothing can be kept on this device: all is gone when the page closes. */
  readonly keeps: boolean;
  /** Known workshops, the one opened last first. */
  workshops(): Promise<readonly KnownWorkshop[]>;
  /** Adds or replaces what is known of a workshop. Rejects when the disk cannot store it. */
  remember(workshop: KnownWorkshop): Promise<void>;
  /** Removes it from this device: boards, views, answers, secret. Close its replicas before. */
  forget(workshop: string): Promise<void>;
  /**
   * Makes the workshop known to a relay (its http origin) and keeps the tokens. Doing it again gives the same tokens.
   * Rejects with a `PublishError` whose message says what to do.
   */
  publish(workshop: string, relayOrigin: string): Promise<KnownWorkshop>;
  close(): void;
}

/** Opens the device's own records; without a disk they are kept in memory. */
export async function openDevice(factory: IDBFactory | null = deviceFactory()): Promise<Device> {
  const disk = openDeviceDisk(factory);
  const keptPerson = await readPerson(disk);
  const records = keptPerson ? recordsOnDisk(disk) : recordsInMemory();
  return {
    person: keptPerson ?? newPersonId(),
    keeps: keptPerson !== undefined,
    async workshops() {
      return (await records.all()).sort((first, second) => second.openedAt - first.openedAt);
    },
    remember: records.put,
    forget: records.remove,
    async publish(workshop, relayOrigin) {
      const known = (await records.all()).find(({ id }) => id === workshop);
      if (!known?.secret)
        throw new PublishError("not-ours", "Only the laptop that made this workshop can bring it to a relay.");
      const relay = relayOrigin.replace(/\/+$/, "");
      const tokens = await claimWorkshop(relay, { id: workshop, secret: known.secret });
      const published: KnownWorkshop = { ...known, ...tokens, relay };
      await records.put(published);
      return published;
    },
    close: disk.close,
  };
}

/** The person's id on disk, made now when there is none; `undefined` when there is no disk. */
async function readPerson(disk: DeviceDisk): Promise<string | undefined> {
  try {
    return await disk.run((database) =>
      // One transaction, so that two tabs opened at once agree.
      database.transaction("rw", database.meta, async () => {
        const kept = await database.meta.get("person");
        if (typeof kept?.value === "string") return kept.value;
        const person = newPersonId();
        await database.meta.put({ key: "person", value: person });
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

function recordsOnDisk(disk: DeviceDisk): WorkshopRecords {
  return {
    all: () => disk.run((database) => database.workshops.toArray()),
    put: (workshop) =>
      disk.run(async (database) => {
        await database.workshops.put(workshop);
      }),
    remove: (workshop) => disk.run((database) => removeWorkshop(database, workshop)),
  };
}

function recordsInMemory(): WorkshopRecords {
  const workshopById = new Map<string, KnownWorkshop>();
  return {
    all: async () => [...workshopById.values()],
    put: async (workshop) => {
      workshopById.set(workshop.id, workshop);
    },
    remove: async (workshop) => {
      workshopById.delete(workshop);
    },
  };
}

async function removeWorkshop(database: Database, workshop: string): Promise<void> {
  const { rooms, snapshots, log, views, answers, workshops, meta } = database;
  const roomPrefix = `${workshop}.`;
  await database.transaction("rw", [rooms, snapshots, log, views, answers, workshops, meta], async () => {
    await rooms.where("id").startsWith(roomPrefix).delete();
    await snapshots.where("room").startsWith(roomPrefix).delete();
    await log.where("room").startsWith(roomPrefix).delete();
    await views.where("room").startsWith(roomPrefix).delete();
    await answers.where("workshop").equals(workshop).delete();
    await meta.where("key").startsWith(besideKey(roomPrefix)).delete();
    await workshops.delete(workshop);
  });
}
