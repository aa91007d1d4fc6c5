import { once } from "node:events";
import { connect as connectTo, createServer, type Server, type Socket } from "node:net";
import { aloneBus, openRedisBus, type RoomBus } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type EngineProcess, skipsWithout, startRedis } from "../support/engines.ts";
import { Hearer } from "./hearer.ts";
import { runRoomBusContract } from "./roomBus.ts";

runRoomBusContract("nothing", false, async () => aloneBus());

describe.skipIf(skipsWithout("Redis"))("with a Redis server", () => {
  let server: EngineProcess;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.tidyUp());

  runRoomBusContract("Redis", true, () => openRedisBus({ url: server.url, store: "store1" }));

  it("relays of another store on the same server hear nothing", async () => {
    const open = (store: string) => openRedisBus({ url: server.url, store });
    const [mine, sibling, stranger] = await Promise.all([open("store1"), open("store1"), open("store2")]);
    const [near, far] = [new Hearer(), new Hearer()];
    await Promise.all([sibling.listen("room", near), stranger.listen("room", far)]);
    mine.publish("room", Uint8Array.of(1));
    await near.hears(1);
    await Promise.all([mine, sibling, stranger].map((bus) => bus.close()));
    expect(far.heard).toEqual([]);
  });

  it("who was connected all the time is told when a publisher could not publish", async () => {
    const cable = await plugIn(new URL(server.url));
    const log = new Hearer();
    const lines: string[] = [];
    const far = await openRedisBus({
      url: cable.url,
      store: "store1",
      log: (line) => {
        lines.push(line);
        log.hear(Buffer.from(line));
      },
    });
    const near = await openRedisBus({ url: server.url, store: "store1" });
    const [hearer, farHearer] = [new Hearer(), new Hearer()];
    await near.listen("room", hearer);
    await far.listen("room", farHearer);
    await cable.pull();
    await log.hears(1);
    far.publish("room", Uint8Array.of(1));
    await cable.plug();
    await Promise.all([hearer.misses(1), farHearer.misses(1), log.hears(2)]);
    far.publish("room", Uint8Array.of(2));
    await hearer.hears(1);
    expect(hearer.heard).toEqual([Uint8Array.of(2)]);
    expect(lines[0]).toContain("Redis does not answer");
    expect(lines[1]).toContain("Redis answers again");
    await far.close();
    await near.close();
    await cable.close();
  });

  it("who listens is told when a relay is gone without a word, and not when it has said that it goes", async () => {
    const cable = await plugIn(new URL(server.url));
    const lifeTimes = { everyMs: 20, goneAfterMs: 200 };
    const open = (url: string) => openRedisBus({ url, store: "store1", lifeTimes });
    const [staying, leaving, doomed] = await Promise.all([open(server.url), open(server.url), open(cable.url)]);
    const hearer = new Hearer();
    await staying.listen("room", hearer);
    await leaving.close();
    await cable.pull();
    await hearer.misses(1);
    await Promise.all([staying.close(), doomed.close()]);
    await cable.close();
  });

  it("an address that is none, and one where nobody answers, are refused with a reason", async () => {
    await expect(openRedisBus({ url: "http://x", store: "s" })).rejects.toThrow("REDIS_URL is no address");
    await expect(openRedisBus({ url: "redis://127.0.0.1:1", store: "s" })).rejects.toThrow("ECONNREFUSED");
  });
});

describe.skipIf(skipsWithout("Redis"))("a Redis server that is stopped and started", () => {
  let server: EngineProcess;
  let buses: readonly [RoomBus, RoomBus];
  let news: readonly [Hearer, Hearer];
  beforeEach(async () => {
    server = await startRedis();
    news = [new Hearer(), new Hearer()];
    const open = (told: Hearer) =>
      openRedisBus({ url: server.url, store: "store1", log: (line) => told.hear(Buffer.from(line)) });
    buses = await Promise.all([open(news[0]), open(news[1])]);
  });
  afterEach(async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    await server.tidyUp();
  });

  /** Both connections of both relays: what is published before may be lost, and is told as such. */
  const allBack = () => Promise.all(news.map((told) => told.hears(2)));

  it("listeners are told that they may have missed something, and hear again", async () => {
    const [one, two] = buses;
    const hearers = [new Hearer(), new Hearer(), new Hearer()] as const;
    await Promise.all([
      two.listen("room", hearers[0]),
      two.listen("another", hearers[1]),
      one.listen("room", hearers[2]),
    ]);
    await server.stop();
    one.publish("room", Uint8Array.of(1));
    await expect(two.listen("a third", new Hearer())).rejects.toThrow("Redis does not");
    await server.start();
    await Promise.all([allBack(), ...hearers.map((hearer) => hearer.misses(1))]);
    one.publish("room", Uint8Array.of(2));
    one.publish("another", Uint8Array.of(3));
    two.publish("room", Uint8Array.of(4));
    await Promise.all(hearers.map((hearer) => hearer.hears(1)));
    expect(hearers.map(({ heard }) => heard.map(([byte]) => byte))).toEqual([[2], [3], [4]]);
  });

  it("who stopped listening meanwhile is not told", async () => {
    const [one, two] = buses;
    const [gone, there] = [new Hearer(), new Hearer()];
    const stop = await two.listen("room", gone);
    await two.listen("another", there);
    await server.stop();
    await stop();
    await server.start();
    await Promise.all([allBack(), there.misses(1)]);
    one.publish("room", Uint8Array.of(1));
    one.publish("another", Uint8Array.of(2));
    await there.hears(1);
    expect(gone.heard).toEqual([]);
    expect(gone.missedTimes).toBe(0);
  });
});

interface Cable {
  readonly url: string;
  pull(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** A way to a server that can be cut while the server goes on. */
async function plugIn(target: URL): Promise<Cable> {
  const ends = new Set<Socket>();
  const pipe = (near: Socket): void => {
    const far = connectTo(Number(target.port), target.hostname);
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(end);
      end.pipe(other);
      end.on("error", () => undefined);
      end.on("close", () => {
        ends.delete(end);
        other.destroy();
      });
    }
  };
  const listening = async (port: number): Promise<Server> => {
    const server = createServer(pipe).listen(port, "127.0.0.1");
    await once(server, "listening");
    return server;
  };
  let server = await listening(0);
  const { port } = server.address() as { port: number };
  const pull = async (): Promise<void> => {
    server.close();
    for (const end of ends) end.destroy();
    await once(server, "close");
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    pull,
    plug: async () => {
      server = await listening(port);
    },
    close: pull,
  };
}
