/** A network that is cut, slow, or dead without a word: edits wait on their devices, arrive later, and none is lost. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RelayBench, startBench } from "../relay/relayBench.ts";
import { openRandom } from "../support/random.ts";
import { faultSeed, inRun } from "./runLength.ts";
import { openTcpProxy, type TcpProxy } from "./tcpProxy.ts";
import { TypingTable } from "./typingTable.ts";

const CUTS = inRun(10, 100);
const MESSAGES_BEFORE = 150;
/** One way: that of a hall's Wi-Fi through a hotel's line to another continent. */
const DELAY_MS = 150;
const PEOPLE = 4;

let bench: RelayBench;
let network: TcpProxy;
let table: TypingTable;
const random = openRandom(faultSeed);

beforeEach(async () => {
  bench = await startBench();
  network = await openTcpProxy([bench.relay.port]);
  table = await TypingTable.open(bench.relay.url, { rooms: 1, people: PEOPLE });
});
afterEach(async () => {
  table.drop();
  await network.close();
  await bench.tidyUp();
});

/** Cuts the network, and whoever was only about to get through. */
function cutEverybody(): void {
  network.cut();
  for (const typist of table.typists) typist.drop();
}

async function everythingIsThere(): Promise<void> {
  await table.settle();
  expect(table.boards().map((boards) => boards.length)).toEqual([1]);
  expect(await table.missingAt(bench.relay.url)).toEqual([]);
}

describe("a network", () => {
  it(`that is cut ${CUTS} times loses nothing`, { timeout: 30_000 + CUTS * 1_000 }, async () => {
    for (let cut = 0; cut < CUTS; cut += 1) {
      const ends = table.connect(() => network.url);
      await table.randomMoment(random, MESSAGES_BEFORE);
      cutEverybody();
      await ends;
    }
    expect(await table.missingAt(bench.relay.url)).toEqual([]);
    void table.connect(() => network.url);
    await everythingIsThere();
  });

  it("that is slow makes nothing wrong, cut or not", async () => {
    network.delay(DELAY_MS);
    const ends = table.connect(() => network.url);
    await table.randomMoment(random, MESSAGES_BEFORE);
    cutEverybody();
    await ends;
    void table.connect(() => network.url);
    await table.randomMoment(random, MESSAGES_BEFORE);
    await everythingIsThere();
  });

  it("that is dead without a word: the relay lets the silent go, and they bring later what they typed meanwhile", async () => {
    const ends = table.connect(() => network.url);
    await Promise.all(table.typists.map((typist) => typist.ask()));
    await table.randomMoment(random, MESSAGES_BEFORE);
    network.freeze();
    for (const typist of table.typists) typist.edit();
    // A device is asked at one heartbeat for a sign of life, and has until the next one to give it.
    for (let heartbeat = 0; heartbeat < 3; heartbeat += 1) await bench.relay.tend();
    const left = async () => (await metric("sameside_connections")) === 0;
    while (!(await left()));
    network.thaw();
    await ends;
    void table.connect(() => network.url);
    await everythingIsThere();
  });
});

/** One number of the relay's metrics. */
async function metric(name: string): Promise<number> {
  const page = await (await fetch(`${bench.relay.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(page)?.[1]);
}
