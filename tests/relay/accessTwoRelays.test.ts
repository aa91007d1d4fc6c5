/** Rights hold on every relay of a workshop at once: two relays on one PostgreSQL and one Redis. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boardRoom, CLOSE, planRoom, type SeatAnswer } from "@sameside/protocol";
import { type Relay, startRelay } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type EngineProcess,
  type PostgresProcess,
  skipsWithout,
  startPostgres,
  startRedis,
} from "../support/engines.ts";
import { openRaw, type RawClient } from "./rawClient.ts";
import { ask, call, claimSeat, SECRET, seatBy, WORKSHOP } from "./relayBench.ts";

const PLAN = planRoom(WORKSHOP);
const BOARD = boardRoom(WORKSHOP, "t1");
const WRITING = { customer: "write", colleague: "write", moderator: "write" } as const;

describe.skipIf(skipsWithout("PostgreSQL") || skipsWithout("Redis"))("two relays", () => {
  let postgres: PostgresProcess;
  let redis: EngineProcess;
  let folder: string;
  let relays: readonly [Relay, Relay];
  let facilitator: SeatAnswer;
  let clients: RawClient[];

  beforeAll(async () => {
    postgres = await startPostgres();
    redis = await startRedis();
  });
  afterAll(async () => {
    await redis?.tidyUp();
    await postgres?.tidyUp();
  });
  beforeEach(async () => {
    clients = [];
    folder = await mkdtemp(join(tmpdir(), "sameside-two-"));
    const engines = { databaseUrl: postgres.newDatabase(), redisUrl: redis.url };
    const start = (name: string) => startRelay({ port: 0, host: "127.0.0.1", dataDir: join(folder, name), ...engines });
    relays = [await start("one"), await start("two")];
    facilitator = await claimSeat(relays[0].url);
  });
  afterEach(async () => {
    for (const client of clients) client.end();
    for (const relay of relays) await relay.close();
    await rm(folder, { recursive: true, force: true });
  });

  function open(relay: Relay, room: string, token: string): RawClient {
    const client = openRaw(relay.url, room, token);
    clients.push(client);
    return client;
  }

  it("know one another's seats; a step, a change and an end at one hold for connections at the other", async () => {
    const [here, there] = relays;
    const customer = await seatBy(here.url, facilitator.token, { role: "participant", table: "t1" });
    const [leader, board, plan] = [
      open(here, PLAN, facilitator.token),
      open(there, BOARD, customer.token),
      open(there, PLAN, customer.token),
    ];
    await Promise.all([leader.next("hello"), board.next("asked"), plan.next("rights")]);
    const { people } = await ask(here.url, "people", { token: facilitator.token });
    expect(people.map(({ person, isHere }) => [person, isHere]).sort()).toEqual(
      [facilitator, customer].map(({ person }) => [person, true]).sort(),
    );
    const rights = { customer: "read", colleague: "read", moderator: "write" } as const;
    leader.say({ say: "step", step: { id: "look", n: 1, rights } });
    expect((await board.next("step")).step.n).toBe(1);
    const seen = board.heard.findLastIndex(({ say }) => say === "step");
    expect((await board.next("rights", seen)).right).toBe("read");

    const before = plan.heard.length;
    const params = { person: customer.person };
    await ask(here.url, "changeSeat", { token: facilitator.token, params, body: { table: "t2" } });
    expect(await plan.next("hello", before)).toMatchObject({ table: "t2" });
    expect(await board.closed).toBe(CLOSE.notForYou.code);
    await ask(here.url, "revokePerson", { token: facilitator.token, params });
    expect(await plan.closed).toBe(CLOSE.seatEnded.code);
    expect((await call(there.url, "seat", { token: customer.token })).status).toBe(401);
  });

  it("take rights away within a second while Redis is gone, and let nobody keep what was taken meanwhile (SPEC L23)", async () => {
    const [here, there] = relays;
    const people = await Promise.all(
      [1, 2, 3].map(() => seatBy(here.url, facilitator.token, { role: "participant", table: "t1" })),
    );
    const [ada, ben, cem] = people.map(({ token }) => open(there, BOARD, token)) as [RawClient, RawClient, RawClient];
    const leader = open(here, PLAN, facilitator.token);
    await Promise.all([ada, ben, cem, leader].map((client) => client.next("rights")));
    const params = { person: people[0]?.person ?? "" };
    await redis.stop();
    try {
      await ask(here.url, "revokePerson", { token: facilitator.token, params });
      expect(await ada.closed).toBe(CLOSE.seatEnded.code);

      const told = ben.heard.length;
      leader.say({ say: "step", step: { id: "look", n: 1, rights: { ...WRITING, customer: "read" } } });
      expect((await ben.next("rights", told)).right).toBe("read");
      ben.edit();
      await ben.next("denied");
      const moved = { person: people[2]?.person ?? "" };
      await ask(here.url, "changeSeat", { token: facilitator.token, params: moved, body: { table: "t2" } });
      expect(await cem.closed).toBe(CLOSE.notForYou.code);
    } finally {
      await redis.start();
    }
  });

  it("take one claim, one step and one use of a personal code, wherever many try at once", async () => {
    const turns = Array.from({ length: 10 }, (_, index) => relays[index % 2] as Relay);
    const claims = await Promise.all(
      turns.map((relay, index) =>
        call(relay.url, "claim", { body: { id: "another-workshop-01", secret: `${SECRET}-${index}` } }),
      ),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(1);

    const { code } = await ask(relays[0].url, "personalCode", { token: facilitator.token });
    const uses = await Promise.all(turns.map((relay) => call(relay.url, "join", { body: { code } })));
    expect(uses.filter(({ status }) => status === 200)).toHaveLength(1);

    const leaders = relays.map((relay) => open(relay, PLAN, facilitator.token));
    await Promise.all(leaders.map((leader) => leader.next("hello")));
    const rights = { customer: "read", colleague: "read", moderator: "write" } as const;
    for (const [index, leader] of leaders.entries())
      leader.say({ say: "step", step: { id: `from ${index}`, n: 1, rights } });
    const taken = await Promise.all(leaders.map(async (leader) => (await leader.next("step")).step.id));
    expect(new Set(taken).size).toBe(1);
  });
});
