/** The facilitator's laptop is the relay, and it sleeps: its whole process stands still, and goes on (SPEC P3, P64, P65). */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boardRoom, planRoom, type SeatAnswer, type Step } from "@sameside/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openRaw, type RawClient } from "./rawClient.ts";
import { claimSeat, seatBy, WORKSHOP } from "./relayBench.ts";

const ALL_WRITE = { customer: "write", colleague: "write", moderator: "write" } as const;
const ALL_READ = { customer: "read", colleague: "read", moderator: "read" } as const;

let dataDir: string;
let laptop: ChildProcess;
let url: string;
let clients: RawClient[];

beforeEach(async () => {
  clients = [];
  dataDir = await mkdtemp(join(tmpdir(), "sameside-asleep-"));
  const script = fileURLToPath(new URL("./relayProcess.ts", import.meta.url));
  laptop = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(laptop.stdout as NonNullable<typeof laptop.stdout>, "data")) as [Buffer];
  url = `http://127.0.0.1:${Number(line.toString())}`;
});
afterEach(async () => {
  for (const client of clients) client.end();
  const ended = once(laptop, "exit");
  laptop.kill("SIGKILL");
  await ended;
  await rm(dataDir, { recursive: true });
});

function open(room: string, { token }: Pick<SeatAnswer, "token">): RawClient {
  const client = openRaw(url, room, token);
  clients.push(client);
  return client;
}

async function customerAt(facilitator: SeatAnswer, table: string): Promise<RawClient> {
  const seat = await seatBy(url, facilitator.token, { role: "participant", table }, { role: "customer" });
  const client = open(boardRoom(WORKSHOP, table), seat);
  expect((await client.next("rights")).right).toBe("write");
  return client;
}

/** The step as this device is told of it next. */
async function told(client: RawClient, act: () => void): Promise<Step> {
  const before = client.heard.length;
  act();
  return (await client.next("step", before)).step;
}

it("what was sent meanwhile is stored, the step of the others holds, and the laptop's own old one does not come back", async () => {
  const facilitator = await claimSeat(url);
  const helper = await seatBy(url, facilitator.token, { role: "facilitator" });
  const [onLaptop, other] = [open(planRoom(WORKSHOP), facilitator), open(planRoom(WORKSHOP), helper)];
  await Promise.all([onLaptop.next("hello"), other.next("hello")]);
  const look: Step = { id: "look", n: 1, rights: ALL_WRITE };
  expect(await told(onLaptop, () => onLaptop.say({ say: "step", step: look }))).toEqual(look);
  const customer = await customerAt(facilitator, "t1");

  laptop.kill("SIGSTOP");
  customer.edit();
  const on: Step = { id: "on", n: 2, rights: ALL_WRITE };
  other.say({ say: "step", step: on });
  expect(customer.heard.some(({ say }) => say === "stored")).toBe(false);
  const before = onLaptop.heard.length;
  laptop.kill("SIGCONT");
  await customer.next("stored");
  expect((await onLaptop.next("step", before)).step).toEqual(on);
  // What the laptop had meant to do before it slept.
  const old: Step = { id: "old", n: 2, rights: ALL_READ };
  expect(await told(onLaptop, () => onLaptop.say({ say: "step", step: old }))).toEqual(on);
});

it("a table whose time to stay ran out meanwhile is with the others when it wakes", async () => {
  const facilitator = await claimSeat(url);
  const leader = open(planRoom(WORKSHOP), facilitator);
  await leader.next("hello");
  const customer = await customerAt(facilitator, "t1");
  const until = Date.now() + 1_500;
  const staying = [{ table: "t1", id: "look", rights: ALL_WRITE, until }];
  await told(leader, () => leader.say({ say: "step", step: { id: "on", n: 1, rights: ALL_READ, staying } }));
  await customer.next("step");

  laptop.kill("SIGSTOP");
  await vi.waitUntil(() => Date.now() > until, { timeout: 10_000 });
  laptop.kill("SIGCONT");
  const first = customer.heard.findIndex(({ say }) => say === "rights");
  expect((await customer.next("rights", first + 1)).right).toBe("read");
  customer.edit();
  await customer.next("denied");
});
