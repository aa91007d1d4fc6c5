/** Two relay processes on one PostgreSQL and one Redis, behind a plain TCP balancer: one workshop, also when one dies. */
import { type AnswerRow, boardRoom, planRoom, type SeatAnswer } from "@sameside/protocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isLongRun } from "../faults/runLength.ts";
import { openTcpProxy, type TcpProxy } from "../faults/tcpProxy.ts";
import { TypingTable } from "../faults/typingTable.ts";
import type { Typist } from "../faults/typist.ts";
import {
  type EngineProcess,
  type PostgresProcess,
  skipsWithout,
  startPostgres,
  startRedis,
} from "../support/engines.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { openRaw, type RawClient } from "./rawClient.ts";
import { claimSeat, ROOM, seatBy, WORKSHOP } from "./relayBench.ts";
import { connectDevice } from "./socketDevice.ts";

const PEOPLE = 6;
/** Edits that everybody makes more, so that a room is seen to go on. */
const GOING_ON = 10;

describe.skipIf(skipsWithout("PostgreSQL") || skipsWithout("Redis"))("two relays behind a balancer", () => {
  let engines: readonly [PostgresProcess, EngineProcess];
  let relays: readonly [RelayProcess, RelayProcess];
  let balancer: TcpProxy;
  let clients: RawClient[];

  beforeAll(async () => {
    engines = await Promise.all([startPostgres(), startRedis()]);
  });
  afterAll(() => Promise.all(engines.map((engine) => engine.tidyUp())));
  beforeEach(async () => {
    clients = [];
    const env = { DATABASE_URL: engines[0].newDatabase(), REDIS_URL: engines[1].url };
    relays = [
      await startRelayProcess({ env, logged: () => undefined }),
      await startRelayProcess({ env, logged: () => undefined }),
    ];
    balancer = await openTcpProxy(relays.map(({ port }) => port));
  });
  afterEach(async () => {
    for (const client of clients) client.end();
    await balancer.close();
    for (const relay of relays) await relay.remove();
  });

  function open(room: string, { token }: SeatAnswer, url = balancer.url): RawClient {
    const client = openRaw(url, room, token);
    clients.push(client);
    return client;
  }

  it("lose nothing they have confirmed or shown when one is killed, and the other's people go on", async () => {
    const [doomed, staying] = relays;
    const table = await TypingTable.open(balancer.url, { rooms: 1, people: PEOPLE });
    const ends = table.typists.map((typist) => typist.connect(balancer.url));
    for (const typist of table.typists) typist.type();
    await Promise.all(table.typists.map((typist) => typist.until(({ stored }) => stored.length > GOING_ON)));
    expect(await Promise.all(relays.map(connectionsOf))).toEqual([PEOPLE / 2, PEOPLE / 2]);

    const orphans: Typist[] = [];
    const halfIsGone = new Promise<void>((resolve) => {
      for (const [index, end] of ends.entries())
        void end.then(() => {
          orphans.push(...table.typists.slice(index, index + 1));
          if (orphans.length === PEOPLE / 2) resolve();
        });
    });
    await doomed.kill();
    await halfIsGone;
    await table.untilNothingMissesAt(staying.url);
    const before = table.typists.map(({ stored }) => stored.length);
    for (const orphan of orphans) void orphan.connect(balancer.url);
    await Promise.all(
      table.typists.map((typist, index) =>
        typist.until(({ stored }) => stored.length > (before[index] ?? 0) + GOING_ON),
      ),
    );
    await table.settle();
    expect(table.boards().map((boards) => boards.length)).toEqual([1]);

    await doomed.start();
    for (const { url } of relays) expect(await table.missingAt(url)).toEqual([]);
    table.drop();
  });

  if (isLongRun)
    it("forget who was on the one that is killed", { timeout: 120_000 }, async () => {
      const { token } = await claimSeat(balancer.url);
      const [doomed, staying] = relays;
      const [ada, ben] = [connectDevice(doomed.url, ROOM, token), connectDevice(staying.url, ROOM, token)];
      ada.provider.awareness.setLocalState({ cursor: { n: 1 } });
      const sees = (isThere: boolean) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (ben.provider.awareness.getStates().has(ada.doc.clientID) === isThere) resolve();
          };
          ben.provider.awareness.on("change", look);
          look();
        });
      await sees(true);
      await doomed.kill();
      await sees(false);
      for (const { provider } of [ada, ben]) provider.destroy();
    });

  it("tell answers and changes of rights to everybody, and keep them when the relay that took them is killed", async () => {
    const facilitator = await claimSeat(balancer.url);
    const [ada, ben] = [
      await seatBy(balancer.url, facilitator.token, { role: "participant", table: "t1" }),
      await seatBy(balancer.url, facilitator.token, { role: "participant", table: "t1" }),
    ];
    const board = boardRoom(WORKSHOP, "t1");
    const [doomed, staying] = relays;
    const [leader, adas, bens] = [
      open(planRoom(WORKSHOP), facilitator, doomed.url),
      open(board, ada, doomed.url),
      open(board, ben, staying.url),
    ];
    const hellos = await Promise.all([leader, adas, bens].map((client) => client.next("hello")));
    const row: AnswerRow = {
      topic: "name",
      person: ada.person,
      item: "today",
      value: "Ada",
      time: hellos[0]?.now ?? 0,
    };
    adas.say({ say: "answersPut", rows: [row] });
    expect((await bens.next("answers")).rows).toEqual([row]);
    await adas.next("answersStored");

    const rights = { customer: "read", colleague: "read", moderator: "write" } as const;
    await bens.next("asked");
    leader.say({ say: "step", step: { id: "look", n: 1, rights } });
    expect((await bens.next("step")).step.n).toBe(1);
    await doomed.kill();
    await Promise.all([leader.closed, adas.closed]);
    bens.edit();
    await bens.next("denied");

    const after = open(board, ada);
    expect((await after.next("rights")).right).toBe("read");
    expect((await after.next("answers")).rows).toEqual([row]);
  });
});

async function connectionsOf({ url }: RelayProcess): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  return Number(/^sameside_connections (\S+)$/m.exec(page)?.[1]);
}
