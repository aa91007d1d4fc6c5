/** Frames by the million, most of them spoilt, from seats of every kind, while honest people go on with their work. */
import { readFileSync } from "node:fs";
import { boardRoom, planRoom } from "@sameside/protocol";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { Typist } from "../faults/typist.ts";
import { ask, claimSeat, SECRET, seatBy, WORKSHOP } from "../relay/relayBench.ts";
import { openRandom } from "../support/random.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { attack, type Seat } from "./attacker.ts";
import { recordFrames } from "./corpus.ts";

const FRAMES = Number(process.env["FUZZ_FRAMES"] ?? 20_000);
/** By chance nobody may have read anything by then: sooner or later somebody has, or nothing can be found at all. */
const MOST_FRAMES = 10 * FRAMES;
const SEED = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
/** Milliseconds: a few million frames take an hour or two on a machine that has other work. */
const MAX_TIME = 4 * 3_600_000;
const CONNECTIONS = 16;
/** What the relay may need at its largest, whatever is sent to it. */
const MAX_MEMORY_BYTES = 700 * 1024 * 1024;
/** Honest edits between two looks at what the others do: the point is what is sent to the relay, not what these two type. */
const HONEST_EDITS_PER_ATTACK = 1;

const OTHER_WORKSHOP = "workshop-of-mallory";
const SAFE = boardRoom(WORKSHOP, "safe");
const OPEN = boardRoom(WORKSHOP, "open");
const WORDS = { safe: "words-of-the-safe-board", open: "words-of-the-open-board", plan: "words-of-the-plan" } as const;

let relay: RelayProcess;
let logged: string;
let honest: Typist[];
beforeEach(async () => {
  logged = "";
  honest = [];
  relay = await startRelayProcess({
    logged: (text) => {
      logged += text;
    },
  });
});
afterEach(async () => {
  for (const typist of honest) typist.drop();
  await relay.remove();
});

it(`${FRAMES} spoilt frames harm neither the relay nor anybody's work, and bring nobody what is not theirs`, {
  timeout: MAX_TIME,
}, async () => {
  console.log(`relay fuzzer: seed ${SEED}; the same again: pnpm fuzz --relay --frames ${FRAMES} --seed ${SEED}`);
  const facilitator = await claimSeat(relay.url);
  const people = [
    ["safe", SAFE],
    ["safe", SAFE],
    ["open", OPEN],
    ["open", OPEN],
    ["plan", planRoom(WORKSHOP)],
  ] as const;
  honest = people.map(
    ([words, room], index) =>
      new Typist({ room, token: facilitator.token, name: `honest${index}`, words: WORDS[words] }),
  );
  const unexpectedEnds: number[] = [];
  for (const typist of honest) stay(typist, unexpectedEnds);
  await Promise.all(honest.map((typist) => typist.until(({ right }) => right === "write")));

  const seats = await seatsOfAttackers(facilitator.token);
  const pid = relay.pid();
  const taken = await storm(seats);
  console.log(
    `relay fuzzer: ${taken} frames taken, at most ${megabytes(peakMemory(pid))} MB, ${unexpectedEnds.length} honest connections ended`,
  );

  expect(relay.pid()).toBe(pid);
  const health = await fetch(`${relay.url}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([200, { ok: true }]);
  expect(peakMemory(pid)).toBeLessThan(MAX_MEMORY_BYTES);
  for (const words of [...Object.values(WORDS), facilitator.token]) expect(logged).not.toContain(words);
  await workIsWhole(facilitator.token);
});

/** Keeps an honest device in its room: where hostile people may write, they may also fill it or end connections. */
function stay(typist: Typist, ends: number[]): void {
  void typist.connect(relay.url).then((code) => {
    if (!honest.includes(typist) || relay.pid() === 0) return;
    ends.push(code);
  });
}

/** Answers how many frames the relay has taken. */
async function storm(seats: readonly Seat[]): Promise<number> {
  const random = openRandom(SEED);
  let taken = 0;
  let haveRead = 0;
  // Not before somebody was sent what they may read, however many of the first connections were short.
  const mayGoOn = () => taken < FRAMES || (haveRead === 0 && taken < MOST_FRAMES);
  const attacker = async (): Promise<void> => {
    const own = openRandom(random.below(2 ** 31));
    while (mayGoOn()) {
      const seat = own.pick(seats) as Seat;
      const result = await attack(relay.port, seat, own, mayGoOn);
      taken += result.taken;
      haveRead += Number(result.hasRead);
      if (result.leaked !== undefined) throw new Error(`${seat.name} was sent "${result.leaked}"`);
      for (let edits = 0; edits < HONEST_EDITS_PER_ATTACK; edits += 1) own.pick(honest)?.edit();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, attacker));
  expect(haveRead, "the words looked for are found where they may be").toBeGreaterThan(0);
  return taken;
}

async function seatsOfAttackers(facilitator: string): Promise<Seat[]> {
  const { url } = relay;
  const mallory = await ask(url, "claim", { body: { id: OTHER_WORKSHOP, secret: SECRET } });
  const participant = await seatBy(url, facilitator, { role: "participant", table: "open" });
  const moderator = await seatBy(url, facilitator, { role: "moderator", table: "open" });
  const screen = await seatBy(url, facilitator, { role: "dais" });
  const thrownOut = await seatBy(url, facilitator, { role: "participant", table: "safe" });
  await ask(url, "revokePerson", { token: facilitator, params: { person: thrownOut.person } });
  const all = Object.values(WORDS);
  const rooms = [SAFE, OPEN, planRoom(WORKSHOP)];
  const corpus = (client: number, person: string) => recordFrames(client, person);
  return [
    { name: "no token", token: "", rooms, forbidden: all, corpus: corpus(1_000, "nobody") },
    { name: "a token that is none", token: "x".repeat(40), rooms, forbidden: all, corpus: corpus(2_000, "nobody") },
    {
      name: "who was thrown out",
      token: thrownOut.token,
      rooms,
      forbidden: all,
      corpus: corpus(3_000, thrownOut.person),
    },
    {
      name: "a facilitator of another workshop",
      token: mallory.token,
      rooms,
      forbidden: all,
      corpus: corpus(4_000, mallory.person),
    },
    {
      name: "a facilitator in their own workshop",
      token: mallory.token,
      rooms: [boardRoom(OTHER_WORKSHOP, "b"), planRoom(OTHER_WORKSHOP)],
      forbidden: all,
      corpus: corpus(5_000, mallory.person),
    },
    {
      name: "a participant of another table",
      token: participant.token,
      rooms: [SAFE, OPEN],
      forbidden: [WORDS.safe, WORDS.plan],
      corpus: corpus(6_000, participant.person),
    },
    {
      name: "a moderator of another table",
      token: moderator.token,
      rooms: [OPEN],
      forbidden: [WORDS.safe, WORDS.plan],
      corpus: corpus(7_000, moderator.person),
    },
    {
      name: "a screen",
      token: screen.token,
      rooms: [SAFE],
      forbidden: [mallory.token],
      allowed: WORDS.safe,
      corpus: corpus(8_000, screen.person),
    },
  ];
}

/** Nothing that was stored is lost where nobody hostile may write; where they may, everybody still has the same. */
async function workIsWhole(token: string): Promise<void> {
  await Promise.all(honest.map((typist) => typist.allStored()));
  for (const room of [SAFE, planRoom(WORKSHOP), OPEN]) {
    const fresh = new Typist({ room, token, name: "fresh" });
    honest.push(fresh);
    void fresh.connect(relay.url);
    await fresh.until(({ firstSeen }) => firstSeen !== undefined);
    const here = honest.filter((typist) => typist.room === room);
    await Promise.all(here.map((typist) => typist.ask()));
    const snapshots = here.map(({ doc }) => Y.snapshot(doc));
    for (const snapshot of snapshots) expect(Y.equalSnapshots(snapshot, snapshots[0] as Y.Snapshot)).toBe(true);
    if (room === OPEN) continue;
    const typed = here.flatMap((typist) => [...typist.typed]);
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter((key) => !fresh.has(key))).toEqual([]);
  }
}

/** The most memory the process has had, in bytes; 0 where the system does not say. */
function peakMemory(pid: number): number {
  if (process.platform !== "linux") return 0;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
