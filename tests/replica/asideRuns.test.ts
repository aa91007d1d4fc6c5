/**
 * Random edits while writing is closed and opened, with and without a connection: at the end the device's document is the
 * relay's, and what is applied and what is set aside are together all that was written (SPEC S20).
 */
import { openAside } from "@sameside/replica";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { openRandom, type Random } from "../support/random.ts";
import { type AsideTable, asideOf, forkWith, openAsideTable } from "./support/asideTable.ts";
import { type NotesReplica, newDevice, notesIn, openNotes, ROOM, untilStatus, write } from "./support/notes.ts";

const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34];
const ACTIONS = 60;

it.each(SEEDS)("nothing is lost and nothing half applied, seed %i", async (seed) => {
  const table = await openAsideTable();
  const person = await openPerson(table);
  const random = openRandom(seed);
  for (let action = 0; action < ACTIONS; action += 1) await act(random, table, person);
  await person.settle();
  await table.reaches(person.replica());

  const { doc } = person.replica();
  const aside = await asideOf(person.device);
  expect(notesIn(doc)).toEqual(await table.atRelay());
  expect(doc.store.pendingStructs).toBeNull();
  const all = notesIn(forkWith(doc, aside));
  for (const key of person.written) expect(all).toHaveProperty([key], key);
  const applied = Object.keys(notesIn(doc)).filter((key) => key.startsWith("bert"));
  const apart = Object.keys(all).filter((key) => key.startsWith("bert") && !applied.includes(key));
  expect(applied.length + apart.length).toBe(person.written.length);
  // Otherwise the run has shown nothing.
  expect(person.timesRefused()).toBeGreaterThan(0);
  await person.replica().close();
  await table.end();
});

async function act(random: Random, table: AsideTable, person: Person): Promise<void> {
  const chance = random.next();
  if (chance < 0.5) person.write();
  else if (chance < 0.6) person.replica().disconnect();
  else if (chance < 0.72) person.replica().connect(table.link);
  else if (chance < 0.8) await table.go("read");
  else if (chance < 0.88) await table.go("write");
  else if (chance < 0.92) write(table.chief, `chief ${random.below(10)}`, `${random.below(1_000)}`);
  else if (chance < 0.95) await person.reload();
  else if (chance < 0.97) await person.putBack();
  else await person.settle();
  if (person.replica().status().refused) await person.openAnew();
}

interface Person {
  readonly device: IDBFactory;
  readonly written: readonly string[];
  replica(): NotesReplica;
  write(): void;
  /** Connects, and sets aside what is refused, until the relay and the device agree. */
  settle(): Promise<void>;
  reload(): Promise<void>;
  openAnew(): Promise<void>;
  /** When writing is open: what was set aside is written again. */
  putBack(): Promise<void>;
  timesRefused(): number;
}

async function openPerson(table: AsideTable): Promise<Person> {
  const device = newDevice();
  const written: string[] = [];
  let refused = 0;
  let replica = await openNotes(device, { open: table.link });
  const openAnew = async () => {
    refused += 1;
    await replica.setAside();
    replica = await openNotes(device, { open: table.link });
  };
  return {
    device,
    written,
    replica: () => replica,
    write() {
      const key = `bert ${written.length}`;
      written.push(key);
      write(replica, key, key);
    },
    async settle() {
      replica.connect(table.link);
      const right = table.right();
      for (;;) {
        const status = await untilStatus(
          replica,
          (now) => now.refused || (now.wire === "online" && now.waiting === 0 && now.right === right),
        );
        if (!status.refused) return;
        await openAnew();
      }
    },
    async reload() {
      await replica.close();
      replica = await openNotes(device, { open: table.link });
    },
    openAnew,
    async putBack() {
      if (replica.status().right !== "write") return;
      const aside = openAside(ROOM, device);
      await aside.settled();
      for (const what of aside.all()) {
        Y.applyUpdate(replica.doc, what.update);
        await replica.saved();
        await aside.drop(what);
      }
      aside.close();
    },
    timesRefused: () => refused,
  };
}
