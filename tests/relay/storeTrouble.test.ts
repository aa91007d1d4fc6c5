/** What devices are told when the relay cannot read or keep something: the truth, and when to come again (SPEC L24). */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { boardRoom, CLOSE, isFinalClose, planRoom, type SeatAnswer } from "@sameside/protocol";
import { afterEach, expect, it } from "vitest";
import { openRaw, type RawClient } from "./rawClient.ts";
import { claimSeat, type RelayBench, ROOM, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const OTHER_ROOM = boardRoom(WORKSHOP, "table2");

let bench: RelayBench;
let clients: RawClient[] = [];
afterEach(async () => {
  for (const client of clients) client.end();
  clients = [];
  await bench.tidyUp();
});

function open(room: string, { token }: SeatAnswer): RawClient {
  const client = openRaw(bench.relay.url, room, token);
  clients.push(client);
  return client;
}

async function storedEdit(client: RawClient): Promise<void> {
  await client.next("asked");
  const from = client.heard.length;
  client.edit();
  await client.next("stored", from);
}

it("a board that is damaged on the disk is said to be unreadable, to everybody who comes, and other boards go on", async () => {
  bench = await startBench();
  const former = bench;
  const seat = await claimSeat(former.relay.url);
  await storedEdit(open(ROOM, seat));
  await storedEdit(open(OTHER_ROOM, seat));
  await former.relay.close();
  const database = new DatabaseSync(join(former.dataDir, "relay.sqlite"));
  const { changes } = database.prepare("UPDATE log SET data = ? WHERE room = ?").run(Buffer.from([9, 9, 9, 9]), ROOM);
  expect(changes).toBe(1);
  database.close();

  bench = await startBench({ dataDir: former.dataDir });
  for (let visit = 0; visit < 2; visit += 1) expect(await open(ROOM, seat).goodbye).toEqual(CLOSE.unreadable);
  await storedEdit(open(OTHER_ROOM, seat));
  expect(bench.logged.join()).toContain("A room cannot be opened");
  expect(bench.logged.join()).not.toContain(WORKSHOP);
  await rm(former.dataDir, { recursive: true });
  bench = { ...bench, tidyUp: () => bench.relay.close() };
});

it("a disk that is full is named, and who writes is let in after a wait that grows, while others come at once", async () => {
  bench = await startBench({ maxStoreBytes: 300_000 });
  const seat = await claimSeat(bench.relay.url);
  const reader = await seatBy(bench.relay.url, seat.token, { role: "participant" });
  await storedEdit(open(ROOM, seat));
  const come: string[] = [];
  for (const round of ["first", "second"]) {
    const writer = open(ROOM, seat);
    const isIn = writer.next("hello").then(() => come.push(`${round}: writer`));
    // The first time nobody knows of the disk.
    if (round === "second") {
      await open(planRoom(WORKSHOP), reader).next("hello");
      come.push("reader");
    }
    await isIn;
    writer.edit((doc) => doc.getMap("cards").set("big", "x".repeat(400_000)));
    expect(await writer.goodbye).toEqual(CLOSE.cannotStore);
  }
  expect(come).toEqual(["first: writer", "reader", "second: writer"]);
  expect(isFinalClose(CLOSE.cannotStore.code)).toBe(false);
  // What fits is still taken, once the wait is over.
  await storedEdit(open(OTHER_ROOM, reader));
});
