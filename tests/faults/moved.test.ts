/** The relay goes to another laptop in the middle of a step: from its backup, at another address, with people's work whole. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@sameside/cli";
import { planRoom } from "@sameside/protocol";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRaw } from "../relay/rawClient.ts";
import { claimSeat, WORKSHOP } from "../relay/relayBench.ts";
import { openRandom } from "../support/random.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { faultSeed, inRun } from "./runLength.ts";
import { TypingTable } from "./typingTable.ts";

const MOVES = inRun(1, 10);
const MESSAGES_BEFORE = 200;
const STEP = { id: "look", n: 1, rights: { customer: "write", colleague: "write", moderator: "write" } } as const;

let folder: string;
let relays: RelayProcess[];
let table: TypingTable | undefined;
/** What relays log of backups: why one was not finished. */
let logged: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sameside-moved-"));
  relays = [];
  logged = [];
});
afterEach(async () => {
  table?.drop();
  for (const relay of relays) await relay.remove();
  rmSync(folder, { recursive: true });
});

async function startIn(name: string): Promise<RelayProcess> {
  const relay = await startRelayProcess({ dataDir: join(folder, name), logged: takeLog });
  relays.push(relay);
  return relay;
}

function takeLog(text: string): void {
  logged.push(...text.split("\n").filter((line) => line.includes("backup")));
}

async function sameside(...args: string[]): Promise<void> {
  const said: string[] = [];
  const code = await run(args, { out: () => undefined, err: (line) => said.push(line) });
  expect([code, said, logged]).toEqual([0, [], []]);
}

it(`a relay that moves ${MOVES} times with its backup is the same relay: seats, step and all edits, those too that waited`, {
  timeout: 30_000 + MOVES * 20_000,
}, async () => {
  const random = openRandom(faultSeed);
  let relay = await startIn("laptop0");
  table = await TypingTable.open(relay.url, { rooms: 2, people: 3 });
  const facilitator = await claimSeat(relay.url);
  const leader = openRaw(relay.url, planRoom(WORKSHOP), facilitator.token);
  await leader.next("hello");
  leader.say({ say: "step", step: STEP });
  await leader.next("step");
  leader.end();

  for (let move = 1; move <= MOVES; move += 1) {
    const { url, dataDir } = relay;
    const ends = table.connect(() => url);
    await table.randomMoment(random, MESSAGES_BEFORE);
    const backup = join(folder, `${move}.backup`);
    await sameside("backup", "--data", dataDir, "--out", backup);
    // What is confirmed from here on is not in the backup: devices have to bring it again.
    await table.randomMoment(random, MESSAGES_BEFORE);
    await relay.kill();
    await ends;
    for (const typist of table.typists) typist.edit();

    await sameside("restore", backup, "--data", join(folder, `laptop${move}`));
    relay = await startIn(`laptop${move}`);
    void table.connect(() => relay.url);
    await table.settle();
    expect(await table.missingAt(relay.url)).toEqual([]);
    expect(table.boards().map((boards) => boards.length)).toEqual([1, 1]);
    table.drop();
  }
  const guest = openRaw(relay.url, planRoom(WORKSHOP), facilitator.token);
  expect((await guest.next("step")).step).toEqual(STEP);
  guest.end();
});
