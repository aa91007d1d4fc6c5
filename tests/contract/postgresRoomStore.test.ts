import { openPostgresStore, type RoomStore } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresProcess, skipsWithout, startPostgres } from "../support/engines.ts";
import { log, ROOM } from "./contents.ts";
import { runRoomStoreContract } from "./roomStore.ts";

describe.skipIf(skipsWithout("PostgreSQL"))("with a PostgreSQL server", () => {
  let server: PostgresProcess;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.tidyUp());

  runRoomStoreContract("PostgreSQL", async () => {
    const url = server.newDatabase();
    return {
      open: () => openPostgresStore({ url, isAlone: true }),
      openOther: () => openPostgresStore({ url: server.newDatabase(), isAlone: true }),
      openTiny: async () => {
        const tinyUrl = server.newDatabase();
        const store = await openPostgresStore({ url: tinyUrl, isAlone: true });
        server.run(tinyUrl, "ALTER TABLE sameside.log ADD CHECK (octet_length(data) < 300000)");
        return store;
      },
      tidyUp: async () => undefined,
    };
  });

  describe("shared by two relays", () => {
    let url: string;
    let stores: readonly [RoomStore, RoomStore];
    beforeEach(async () => {
      url = server.newDatabase();
      const open = () => openPostgresStore({ url, isAlone: false });
      stores = await Promise.all([open(), open()]);
    });
    afterEach(() => Promise.all(stores.map((store) => store.close())));

    it("numbers appear to a reader in ascending order", async () => {
      const [one, other] = stores;
      let isOver = false;
      const reading = (async () => {
        const former = new Set<number>();
        let largest = 0;
        while (!isOver) {
          const fresh = (await one.load(ROOM)).log.map(({ row }) => row).filter((row) => !former.has(row));
          for (const row of fresh) expect(row).toBeGreaterThan(largest);
          for (const row of fresh) former.add(row);
          largest = Math.max(largest, ...fresh);
        }
        return former.size;
      })();
      const write = async (store: RoomStore) => {
        for (let round = 0; round < 50; round += 1) await store.commit([log(ROOM, 1), log(ROOM, 2)]);
      };
      await Promise.all([write(one), write(one), write(other), write(other)]);
      isOver = true;
      expect(await reading).toBeGreaterThan(0);
      expect((await other.load(ROOM)).log.length).toBe(400);
    });

    it("commits of the same rooms in another order do not stop each other", async () => {
      const rooms = Array.from({ length: 40 }, (_, index) => `${ROOM}${index}`);
      const [one, other] = stores;
      for (let round = 0; round < 10; round += 1)
        await Promise.all([
          one.commit(rooms.map((room) => log(room, 1))),
          other.commit(rooms.toReversed().map((room) => log(room, 2))),
        ]);
      for (const room of rooms) expect((await one.load(room)).log.length).toBe(20);
    });

    it("only one of them compacts", async () => {
      const rows = await stores[0].commit([log(ROOM, 1), log(ROOM, 2)]);
      const compacted = { state: new Uint8Array([9]), facts: undefined };
      const done = await Promise.all(stores.map((store) => store.compact(ROOM, compacted, rows)));
      expect(done.toSorted()).toEqual([false, true]);
    });

    it("a relay that is alone does not get in, and lets nobody in", async () => {
      const alone = () => openPostgresStore({ url, isAlone: true, handoverMs: 50 });
      const shared = () => openPostgresStore({ url, isAlone: false, handoverMs: 50 });
      await expect(alone()).rejects.toThrow("Another relay uses this database");
      await Promise.all(stores.map((store) => store.close()));
      const store = await alone();
      await expect(alone()).rejects.toThrow("REDIS_URL");
      await expect(shared()).rejects.toThrow("A relay without REDIS_URL uses this database");
      await store.close();
      stores = await Promise.all([shared(), shared()]);
    });
  });
});

describe.skipIf(skipsWithout("PostgreSQL"))("a PostgreSQL server with trouble", () => {
  let server: PostgresProcess;
  let url: string;
  let store: RoomStore;
  beforeEach(async () => {
    server = await startPostgres();
    url = server.newDatabase();
    store = await openPostgresStore({ url, isAlone: true, timeoutMs: 3_000, handoverMs: 50 });
    await store.commit([log(ROOM, 1)]);
  });
  afterEach(async () => {
    await store.close();
    await server.tidyUp();
  });

  it("rejects while it is stopped, works again afterwards, and keeps nothing of what was rejected", async () => {
    await server.stop();
    await expect(store.commit([log(ROOM, 2)])).rejects.toThrow("The database did not do it");
    await expect(store.load(ROOM)).rejects.toThrow("The database did not do it");
    await server.start();
    await store.commit([log(ROOM, 3)]);
    expect((await store.load(ROOM)).log.map(({ update }) => update[0])).toEqual([1, 3]);
  });

  it("loses nothing it has confirmed when it is stopped in the middle of commits", async () => {
    const confirmed: number[] = [];
    let stopping = Promise.resolve();
    const writing = (async () => {
      for (let byte = 2; byte < 250; byte += 1) {
        await store.commit([log(ROOM, byte), log(`${ROOM}2`, byte)]);
        confirmed.push(byte);
        if (confirmed.length === 20) stopping = server.stop();
      }
    })();
    await expect(writing).rejects.toThrow("The database did not do it");
    await stopping;
    await server.start();
    const bytes = (await store.load(ROOM)).log.map(({ update }) => update[0] ?? 0);
    expect(bytes.slice(1, 1 + confirmed.length)).toEqual(confirmed);
    // What was under way then is there whole or not at all.
    expect((await store.load(`${ROOM}2`)).log.map(({ update }) => update[0])).toEqual(bytes.slice(1));
  });

  it("that hangs is given up, and what it had begun is undone", async () => {
    const held = server.hold(url, "LOCK TABLE sameside.log IN ACCESS EXCLUSIVE MODE");
    await held.taken;
    await expect(store.commit([log(ROOM, 2)])).rejects.toThrow("statement timeout");
    await held.release();
    await store.commit([log(ROOM, 3)]);
    expect((await store.load(ROOM)).log.map(({ update }) => update[0])).toEqual([1, 3]);
  });

  it("that stops answering in the middle of a connection is given up", async () => {
    const frozen = server.run(
      url,
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    const pids = frozen.split("\n").map(Number);
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    await expect(store.commit([log(ROOM, 2)])).rejects.toThrow("The database did not do it");
    for (const pid of pids) process.kill(pid, "SIGCONT");
    const [row] = await store.commit([log(ROOM, 3)]);
    expect((await store.load(ROOM)).log.map(({ row }) => row)).toContain(row);
  });

  it("a relay that is alone writes no more when another one was there while its connection was lost", async () => {
    await server.stop();
    await server.start();
    const other = await openPostgresStore({ url, isAlone: true, timeoutMs: 3_000, handoverMs: 50 });
    await expect(store.commit([log(ROOM, 2)])).rejects.toThrow("Another relay uses this database");
    await other.commit([log(ROOM, 3)]);
    await other.close();
    await expect(store.commit([log(ROOM, 4)])).rejects.toThrow("Start this relay again");
    const again = await openPostgresStore({ url, isAlone: true });
    expect((await again.load(ROOM)).log.map(({ update }) => update[0])).toEqual([1, 3]);
    await again.close();
  });

  it("an address that is none, and a server that confirms before it stores, are refused with a reason", async () => {
    await expect(openPostgresStore({ url: "mysql://x", isAlone: true })).rejects.toThrow("DATABASE_URL is no address");
    const nobody = "postgres://postgres@127.0.0.1:1/postgres";
    await expect(openPostgresStore({ url: nobody, isAlone: true })).rejects.toThrow("ECONNREFUSED");
    server.run(url, "ALTER SYSTEM SET fsync = off");
    server.run(url, "SELECT pg_reload_conf()");
    await server.stop();
    await server.start();
    await expect(openPostgresStore({ url: server.newDatabase(), isAlone: true })).rejects.toThrow("fsync = off");
  });
});
