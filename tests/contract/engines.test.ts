import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveStore, openEngines, openPostgresStore, openSqliteStore, type RoomStore } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type EngineProcess,
  type PostgresProcess,
  skipsWithout,
  startPostgres,
  startRedis,
} from "../support/engines.ts";
import { everythingIn, fill, log, ROOM } from "./contents.ts";
import { Hearer } from "./hearer.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-engines-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

it("without addresses a relay is alone with a file of its own", async () => {
  const { store, bus } = await openEngines({ dataDir });
  expect(bus.isAlone).toBe(true);
  await store.commit([log(ROOM, 1)]);
  await store.close();
  const again = openSqliteStore({ file: join(dataDir, "relay.sqlite") });
  expect((await again.load(ROOM)).log.length).toBe(1);
  await again.close();
});

it("a bus without a shared database is an error that says what to do", async () => {
  await expect(openEngines({ dataDir, redisUrl: "redis://127.0.0.1" })).rejects.toThrow("Set DATABASE_URL too");
});

it("a limit that nobody would keep is an error", async () => {
  const options = { dataDir, databaseUrl: "postgres://127.0.0.1/x", maxStoreBytes: 1 };
  await expect(openEngines(options)).rejects.toThrow("Limit the database where it runs");
});

describe.skipIf(skipsWithout("PostgreSQL") || skipsWithout("Redis"))("with PostgreSQL and Redis", () => {
  let servers: readonly [PostgresProcess, EngineProcess];
  beforeAll(async () => {
    servers = await Promise.all([startPostgres(), startRedis()]);
  });
  afterAll(() => Promise.all(servers.map((server) => server.tidyUp())));

  it("relays with both addresses share the store and hear each other; one without a bus is kept out", async () => {
    const databaseUrl = servers[0].newDatabase();
    const options = { dataDir, databaseUrl, redisUrl: servers[1].url };
    const [one, other] = await Promise.all([openEngines(options), openEngines(options)]);
    const hearer = new Hearer();
    await other.bus.listen(ROOM, hearer);
    await one.store.commit([log(ROOM, 7)]);
    one.bus.publish(ROOM, Uint8Array.of(7));
    await hearer.hears(1);
    expect((await other.store.load(ROOM)).log.map(({ update }) => update)).toEqual(hearer.heard);
    const alone = openPostgresStore({ url: databaseUrl, isAlone: true, handoverMs: 50 });
    await expect(alone).rejects.toThrow("Another relay uses this database");
    for (const { store, bus } of [one, other]) {
      await bus.close();
      await store.close();
    }
  });

  it("a bus that does not answer lets go of the database", async () => {
    const databaseUrl = servers[0].newDatabase();
    const options = { dataDir, databaseUrl, redisUrl: "redis://127.0.0.1:1" };
    await expect(openEngines(options)).rejects.toThrow("Redis does not answer");
    const { store, bus } = await openEngines({ dataDir, databaseUrl });
    expect(bus.isAlone).toBe(true);
    await store.close();
  });

  it("everything moves from a file to a database and back, byte by byte", async () => {
    const open = (name: string): RoomStore => openSqliteStore({ file: join(dataDir, name) });
    const [first, last] = [open("first.sqlite"), open("last.sqlite")];
    const between = await openPostgresStore({ url: servers[0].newDatabase(), isAlone: true });
    await fill(first);
    const moved = await moveStore(first, between);
    const there = await everythingIn(first);
    expect(await everythingIn(between)).toEqual(there);
    expect(await moveStore(between, last)).toEqual(moved);
    expect(await everythingIn(last)).toEqual(there);
    for (const is of ["snapshot", "update", "answer", "record", "attachment"] as const)
      expect(moved[is]).toBe(there.filter((holding) => holding.is === is).length);
    expect(await last.load(ROOM)).toEqual(await first.load(ROOM));
    await Promise.all([first, between, last].map((store) => store.close()));
  });
});
