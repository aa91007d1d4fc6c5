/** The relay is killed again and again while people type: nothing it has confirmed or shown to anybody is lost (L2, T7). */
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRandom } from "../support/random.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { faultSeed, inRun } from "./runLength.ts";
import { TypingTable } from "./typingTable.ts";

const KILLS = inRun(4, 100);
/** Messages to anybody before a kill, at most: from the handshake to the middle of typing. */
const LATEST_KILL = 400;
/** A start of the process, slow on a machine with other work, for each kill. */
const TIME_PER_KILL_MS = 10_000;

let relay: RelayProcess;
let table: TypingTable;
beforeEach(async () => {
  relay = await startRelayProcess();
  table = await TypingTable.open(relay.url, { rooms: 2, people: 3 });
});
afterEach(async () => {
  table.drop();
  await relay.remove();
});

it(`kill -9 at ${KILLS} random moments while people type loses nothing that was stored or seen, and no fresh device sees less`, {
  timeout: 30_000 + KILLS * TIME_PER_KILL_MS,
}, async () => {
  console.log(`kills: FAULTS_SEED=${faultSeed}`);
  const random = openRandom(faultSeed);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const cutOff = table.connect(() => relay.url);
    await table.randomMoment(random, LATEST_KILL);
    await relay.kill();
    await cutOff;
    await relay.start();
    expect(await table.missingAt(relay.url), `after kill ${kill + 1}`).toEqual([]);
  }
  void table.connect(() => relay.url);
  await table.settle();
  expect(table.boards().map((boards) => boards.length)).toEqual([1, 1]);
  const stored = table.typists.reduce((sum, typist) => sum + typist.stored.length, 0);
  console.log(`kills: ${KILLS}; ${stored} edits, none lost`);
});
