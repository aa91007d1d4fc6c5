/** What is set aside of one room, until its person has decided: put back, sent, or gone. */
import { openChangeSignal } from "../changeSignal.ts";
import { type Database, deviceFactory, type ParkedRow } from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";
import { onAside, tellAside } from "./asideNews.ts";
import { mergeParked, readParked } from "./setAside.ts";

/** Changes that wait for one decision. */
export interface SetAside {
  /** The edits alone, as a V1 update: they fit a document that has what the relay had when they were refused. */
  readonly update: Uint8Array;
  /** How many changes. */
  readonly changes: number;
  /** When they were set aside last, in milliseconds since 1970. */
  readonly time: number;
  /** The proposal that they were sent as; absent while they were not. */
  readonly proposal?: string;
  /** For `sent` and `drop`. */
  readonly rows: readonly number[];
}

export interface Aside {
  /** Those that were not sent as one, then each proposal; the same array until something changes. */
  all(): readonly SetAside[];
  subscribe(listener: () => void): () => void;
  /** What is on disk now is shown. */
  settled(): Promise<void>;
  /** They were sent under this name, or, with `undefined`, taken back. Rejects when the disk does not take it. */
  sent(what: SetAside, proposal: string | undefined): Promise<void>;
  /** Their person has decided: they are kept no longer. Rejects when the disk does not take it. */
  drop(what: SetAside): Promise<void>;
  close(): void;
}

/** Shows what is set aside of a room as soon as it is read; nothing where there is no disk. */
export function openAside(room: string, factory: IDBFactory | null = deviceFactory()): Aside {
  const disk = openDeviceDisk(factory);
  const signal = openChangeSignal();
  let known: readonly SetAside[] = [];
  let reading: Promise<void> = Promise.resolve();
  const stop = onAside(room, readAgain);
  readAgain();
  return {
    all: () => known,
    subscribe: signal.subscribe,
    settled: () => reading,
    async sent({ rows }, proposal) {
      await disk.change((database) => noteSent(database, rows, proposal));
      tellAside(room);
      await reading;
    },
    async drop({ rows }) {
      await disk.change((database) => database.parked.bulkDelete([...rows]));
      tellAside(room);
      await reading;
    },
    close() {
      stop();
      void reading.then(disk.close);
    },
  };

  function readAgain(): void {
    reading = reading.then(read).catch((error) => console.warn("What is set aside cannot be read", error));
  }

  async function read(): Promise<void> {
    const next = grouped(await disk.run((database) => readParked(database, room)));
    if (known.length === 0 && next.length === 0) return;
    known = next;
    signal.fire();
  }
}

async function noteSent(database: Database, rows: readonly number[], proposal: string | undefined): Promise<void> {
  await database.transaction("rw", database.parked, async () => {
    const found = (await database.parked.bulkGet([...rows])).flatMap((row) => row ?? []);
    await database.parked.bulkPut(found.map(({ proposal: _, ...row }) => ({ ...row, ...(proposal && { proposal }) })));
  });
}

type KeptRow = ParkedRow & { readonly id: number };

function grouped(rows: readonly KeptRow[]): readonly SetAside[] {
  const rowsByProposal = new Map<string, KeptRow[]>();
  for (const row of rows) {
    const name = row.proposal ?? "";
    rowsByProposal.set(name, [...(rowsByProposal.get(name) ?? []), row]);
  }
  return [...rowsByProposal].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => asOne(group));
}

function asOne(rows: readonly KeptRow[]): SetAside {
  const proposal = rows[0]?.proposal;
  return {
    update: mergeParked(rows.map(({ update }) => update)),
    changes: rows.reduce((sum, { changes }) => sum + changes, 0),
    time: Math.max(...rows.map(({ time }) => time)),
    rows: rows.map(({ id }) => id),
    ...(proposal === undefined ? {} : { proposal }),
  };
}
