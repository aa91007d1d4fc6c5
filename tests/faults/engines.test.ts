/** A database or a bus that is locked, slow, frozen or gone for a while: nothing is lost, and all goes on by itself. */
import { CLOSE } from "@sameside/protocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type EngineProcess,
  type PostgresProcess,
  skipsWithout,
  startPostgres,
  startRedis,
} from "../support/engines.ts";
import { openRandom } from "../support/random.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { faultSeed, inRun, isLongRun } from "./runLength.ts";
import { TypingTable } from "./typingTable.ts";

const ROUNDS = inRun(1, 10);
const MESSAGES_BEFORE = 150;
const TIME_PER_ROUND_MS = 60_000;
const SLOW_INSERTS = `
  CREATE FUNCTION sameside.dawdle() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.02); RETURN NULL; END $$;
  CREATE TRIGGER dawdle AFTER INSERT ON sameside.log FOR EACH STATEMENT EXECUTE FUNCTION sameside.dawdle();
`;

describe.skipIf(skipsWithout("PostgreSQL") || skipsWithout("Redis"))(
  "two relays",
  { timeout: ROUNDS * TIME_PER_ROUND_MS },
  () => {
    const random = openRandom(faultSeed);
    let postgres: PostgresProcess;
    let redis: EngineProcess;
    let database: string;
    let relays: readonly [RelayProcess, RelayProcess];
    let table: TypingTable;

    beforeAll(async () => {
      [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    });
    afterAll(() => Promise.all([postgres, redis].map((engine) => engine?.tidyUp())));
    beforeEach(async () => {
      database = postgres.newDatabase();
      const options = { env: { DATABASE_URL: database, REDIS_URL: redis.url }, logged: () => undefined };
      relays = [await startRelayProcess(options), await startRelayProcess(options)];
      table = await TypingTable.open(relays[0].url, { rooms: 2, people: 4 });
    });
    afterEach(async () => {
      table?.drop();
      for (const relay of relays ?? []) await relay.remove();
    });

    /** People of one room are on different relays. */
    const urlOf = (index: number): string => relays[index % 2 === 0 ? 0 : 1].url;

    /** Everybody is in: who comes while an engine is away is sent away otherwise than who was there. */
    async function allComeIn(): Promise<{ readonly ends: Promise<number[]> }> {
      const ends = table.connect(urlOf);
      await Promise.all(table.typists.map((typist) => typist.ask()));
      return { ends };
    }

    async function everythingIsThere(): Promise<void> {
      await table.settle();
      expect(table.boards().map((boards) => boards.length)).toEqual([1, 1]);
      for (const { url } of relays) {
        expect(await table.missingAt(url)).toEqual([]);
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
      }
    }

    /** Everybody has been shown what was confirmed to the others of their room: the relays may still be telling each other. */
    async function allIsShown(): Promise<void> {
      await Promise.all(table.typists.map((typist) => typist.ask()));
      await Promise.all(
        table.typists.map((typist) => {
          const others = table.typists.filter((other) => other !== typist && other.room === typist.room);
          const confirmed = others.flatMap((other) => other.stored);
          return typist.until(({ seen }) => {
            const shown = new Set(seen);
            return confirmed.every((key) => shown.has(key));
          });
        }),
      );
    }

    /** What has been confirmed to each device and shown to it, up to the answer to a question. */
    async function knownToDevices(): Promise<number[]> {
      await Promise.all(table.typists.map((typist) => typist.ask()));
      return table.typists.flatMap(({ stored, seen }) => [stored.length, seen.length]);
    }

    it("confirm and show nothing while the database is locked, and everything when it is not", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { ends } = await allComeIn();
        await table.randomMoment(random, MESSAGES_BEFORE);
        const lock = postgres.hold(database, "LOCK TABLE sameside.log IN ACCESS EXCLUSIVE MODE");
        await lock.taken;
        while (postgres.run(database, "SELECT count(*) FROM pg_locks WHERE NOT granted") === "0");
        await allIsShown();
        const known = await knownToDevices();
        for (const typist of table.typists) typist.edit();
        expect(await knownToDevices()).toEqual(known);
        await lock.release();
        await everythingIsThere();
        table.drop();
        await ends;
      }
    });

    it("keep up with a database that is slow", async () => {
      postgres.run(database, SLOW_INSERTS);
      const ends = table.connect(urlOf);
      await table.randomMoment(random, MESSAGES_BEFORE);
      await everythingIsThere();
      table.drop();
      await ends;
    });

    it("send people away while the database is stopped, and let them in again", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { ends } = await allComeIn();
        await table.randomMoment(random, MESSAGES_BEFORE);
        await postgres.stop();
        try {
          expect(new Set(await ends)).toEqual(new Set([CLOSE.engineAway.code]));
          for (const { url } of relays) expect((await fetch(`${url}/readyz`)).status).toBe(503);
        } finally {
          await postgres.start();
        }
        const again = table.connect(urlOf);
        await everythingIsThere();
        table.drop();
        await again;
      }
    });

    if (isLongRun)
      it("send people away when the database is frozen for longer than they can wait", async () => {
        const { ends } = await allComeIn();
        await table.randomMoment(random, MESSAGES_BEFORE);
        postgres.freeze();
        try {
          expect(new Set(await ends)).toEqual(new Set([CLOSE.engineAway.code]));
        } finally {
          postgres.thaw();
        }
        const again = table.connect(urlOf);
        await everythingIsThere();
        table.drop();
        await again;
      });

    it("go on where they were when database and bus were frozen for a moment", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { ends } = await allComeIn();
        for (const engine of [postgres, redis]) {
          await table.randomMoment(random, MESSAGES_BEFORE);
          engine.freeze();
          for (const { url } of relays) expect((await fetch(`${url}/healthz`)).status).toBe(200);
          engine.thaw();
        }
        await everythingIsThere();
        table.drop();
        await ends;
      }
    });

    it("store and confirm while the bus is gone, and tell the other relay's people when it is back", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { ends } = await allComeIn();
        await table.randomMoment(random, MESSAGES_BEFORE);
        await redis.stop();
        const stored = table.typists.map((typist) => typist.stored.length);
        await Promise.all(
          table.typists.map((typist, index) => typist.until(() => typist.stored.length > (stored[index] ?? 0) + 10)),
        );
        await redis.start();
        await everythingIsThere();
        table.drop();
        await ends;
      }
    });

    if (isLongRun)
      it("hear each other again after the bus was frozen until its connections were given up", async () => {
        const { ends } = await allComeIn();
        await table.randomMoment(random, MESSAGES_BEFORE);
        redis.freeze();
        for (const typist of table.typists) typist.pause();
        await Promise.all(table.typists.map((typist) => typist.allStored()));
        redis.thaw();
        for (const typist of table.typists) typist.type();
        await everythingIsThere();
        table.drop();
        await ends;
      });
  },
);
