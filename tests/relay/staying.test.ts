/** A table that may stay in the step before while the others have gone on (SPEC P64): on a running relay of each store. */
import { boardRoom, limits, planRoom, type SeatAnswer, type Staying, type Step } from "@sameside/protocol";
import { type RelayOptions, startRelay } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresProcess, skipsWithout, startPostgres } from "../support/engines.ts";
import { openRaw, type RawClient } from "./rawClient.ts";
import { claimSeat, type RelayBench, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const PLAN = planRoom(WORKSHOP);
const ALL_WRITE = { customer: "write", colleague: "write", moderator: "write" } as const;
const ALL_READ = { customer: "read", colleague: "read", moderator: "read" } as const;

let bench: RelayBench;
let facilitator: SeatAnswer;
let clients: RawClient[];

function open(room: string, { token }: Pick<SeatAnswer, "token">, url = bench.relay.url): RawClient {
  const client = openRaw(url, room, token);
  clients.push(client);
  return client;
}

async function customerAt(table: string): Promise<{ seat: SeatAnswer; client: RawClient }> {
  const seat = await seatBy(bench.relay.url, facilitator.token, { role: "participant", table }, { role: "customer" });
  const client = open(boardRoom(WORKSHOP, table), seat);
  expect((await client.next("rights")).right).toBe("write");
  return { seat, client };
}

async function take(step: Step): Promise<Step> {
  const leader = open(PLAN, facilitator);
  await leader.next("hello");
  leader.say({ say: "step", step });
  const from = leader.heard.findIndex((message) => message.say === "step" && message.step.n === step.n);
  return (await leader.next("step", Math.max(0, from))).step;
}

/** The right that is told after the first one. */
async function nextRight(client: RawClient): Promise<string> {
  await client.next("rights");
  const first = client.heard.findIndex(({ say }) => say === "rights");
  return (await client.next("rights", first + 1)).right;
}

const stay = (table: string, ms: number): Staying => ({ table, id: "map", rights: ALL_WRITE, until: Date.now() + ms });

let postgres: PostgresProcess;
const STORES = [
  { store: "a file", isMissing: false },
  { store: "PostgreSQL", isMissing: skipsWithout("PostgreSQL") },
] as const;

describe.for(STORES.filter(({ isMissing }) => !isMissing))(
  "a table that may stay, by the relay on $store,",
  ({ store }) => {
    let options: Pick<RelayOptions, "databaseUrl">;
    beforeAll(async () => {
      if (store === "PostgreSQL") postgres = await startPostgres();
    });
    afterAll(async () => {
      if (store === "PostgreSQL") await postgres.tidyUp();
    });
    beforeEach(async () => {
      options = store === "PostgreSQL" ? { databaseUrl: postgres.newDatabase() } : {};
      bench = await startBench(options);
      facilitator = await claimSeat(bench.relay.url);
      clients = [];
    });
    afterEach(async () => {
      for (const client of clients) client.end();
      expect(bench.logged).toEqual([]);
      await bench.tidyUp();
    });

    it("keeps the rights of the step before until its time is over, and then has those of the others", async () => {
      const [first, second] = [await customerAt("t1"), await customerAt("t2")];
      await take({ id: "look", n: 1, rights: ALL_READ, staying: [stay("t1", 1_000)] });
      expect(await nextRight(second.client)).toBe("read");
      expect((await first.client.next("step")).step.staying).toMatchObject([{ table: "t1", id: "map" }]);
      first.client.edit();
      await first.client.next("stored");
      expect(await nextRight(first.client)).toBe("read");
      first.client.edit();
      await first.client.next("denied");
    });

    it("goes on at its time on a relay that was started again meanwhile", async () => {
      const { seat } = await customerAt("t1");
      await take({ id: "look", n: 1, rights: ALL_READ, staying: [stay("t1", 2_500)] });
      await bench.relay.close();
      const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir: bench.dataDir, ...options });
      try {
        const client = open(boardRoom(WORKSHOP, "t1"), seat, relay.url);
        expect((await client.next("rights")).right).toBe("write");
        expect(await nextRight(client)).toBe("read");
      } finally {
        await relay.close();
      }
    });

    it("goes on with the others when these go on once more", async () => {
      const { client } = await customerAt("t1");
      await take({ id: "look", n: 1, rights: ALL_READ, staying: [stay("t1", 60_000)] });
      await client.next("step");
      await take({ id: "rest", n: 2, rights: ALL_READ });
      expect(await nextRight(client)).toBe("read");
    });

    it("stays no longer than the limit, whatever the facilitator's clock says", async () => {
      const asked = stay("t1", 365 * 24 * 60 * 60 * 1_000);
      const { staying } = await take({ id: "look", n: 1, rights: ALL_READ, staying: [asked] });
      expect(staying?.[0]?.until).toBeLessThanOrEqual(Date.now() + limits.MAX_STAY_MS);
    });
  },
);
