import type { BusListener, RoomBus, RoomStore } from "@sameside/relay";
import { openSqliteStore } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hall, START, TestClock } from "./answersHall.ts";

let store: RoomStore;
let wires: Wires;
let clock: TestClock;
let here: Hall;
let there: Hall;

beforeEach(async () => {
  store = openSqliteStore({ file: ":memory:" });
  wires = new Wires();
  clock = new TestClock();
  here = await Hall.open({ store, clock, bus: wires.bus() });
  there = await Hall.open({ store, clock, bus: wires.bus() });
});
afterEach(async () => {
  await here.answers.close();
  await there.answers.close();
  await store.close();
});

/** Everything is stored and told on both. */
async function told(): Promise<void> {
  await here.told();
  await there.told();
  await here.told();
}

describe("two relays on one store", () => {
  it("tell each other rows and what was opened, and seal in the same way", async () => {
    const [ann, bob, fay] = [here.join("ann"), there.join("bob"), there.join("fay", "facilitator", null)];
    const [name, rating] = [ann.put("name", "today", "Ann"), ann.put("rating", "touchpoint1", { value: 1 })];
    await told();
    expect(bob.rows("name")).toEqual([name]);
    expect(bob.wireText).not.toContain('"value":1');
    expect(bob.tallies("rating", "touchpoint1").at(-1)?.people).toBe(1);
    fay.reveal("rating", "touchpoint1");
    await told();
    expect(bob.rows("rating")).toEqual([rating]);
    ann.put("rating", "touchpoint1", { value: -1 }, { time: START + 1 });
    await told();
    expect(ann.refusals()).toEqual(["already-revealed"]);
  });

  it("tell one and the same sum, although they know different rows when it is due (N5)", async () => {
    const screens = [here.join("dais", "dais", null), there.join("dais", "dais", null)];
    for (const person of ["ann", "bob", "cyd"]) here.join(person).put("reaction", "moment1", { kind: "agree" });
    await here.settled();
    wires.areCut = true;
    there.join("dan").put("reaction", "moment1", { kind: "not-me" });
    await there.settled();
    wires.areCut = false;
    await told();
    const sums = screens.map((screen) => screen.sums("reaction", "moment1"));
    expect(sums[0]).toEqual(sums[1]);
    expect(sums[0]).toHaveLength(1);
    expect(screens.map((screen) => screen.tallies("reaction", "moment1").at(-1)?.people)).toEqual([3, 4]);
  });

  it("read the store again when messages were lost", async () => {
    const [ann, bob] = [here.join("ann"), there.join("bob")];
    wires.areCut = true;
    const row = ann.put("name", "today", "Ann");
    here.join("mod", "moderator", "t1").reveal("rating", "touchpoint1");
    await told();
    expect(bob.rows("name")).toEqual([]);
    wires.areCut = false;
    wires.tellMissed();
    await told();
    expect(bob.rows("name")).toEqual([row]);
    expect(bob.heard).toContainEqual({ say: "opened", items: [{ topic: "rating", item: "touchpoint1", table: "t1" }] });
  });

  it("forget what was kept for the day on both", async () => {
    here.join("ann").put("done", "step1", true);
    await told();
    await there.answers.endDay();
    await told();
    expect(here.join("bob").rows("done")).toEqual([]);
  });

  it("are not disturbed by what they cannot read", async () => {
    const bob = there.join("bob");
    wires.garble(new TextEncoder().encode("{nonsense"));
    wires.garble(new TextEncoder().encode('{"rows":[{"topic":"of tomorrow"}],"opened":[1],"sums":[{}]}'));
    here.join("ann").put("name", "today", "Ann");
    await told();
    expect(bob.rows("name")).toHaveLength(1);
  });
});

/** Buses in one process: what one publishes all others hear at once. */
class Wires {
  areCut = false;
  readonly #listenersByBus = new Map<RoomBus, Map<string, BusListener>>();

  bus(): RoomBus {
    const listenerByChannel = new Map<string, BusListener>();
    const bus: RoomBus = {
      isAlone: false,
      isDown: false,
      async listen(channel, listener) {
        listenerByChannel.set(channel, listener);
        return async () => {
          listenerByChannel.delete(channel);
        };
      },
      publish: (channel, message) => {
        if (this.areCut) return;
        for (const [other, listeners] of this.#listenersByBus) if (other !== bus) listeners.get(channel)?.hear(message);
      },
      close: async () => undefined,
    };
    this.#listenersByBus.set(bus, listenerByChannel);
    return bus;
  }

  tellMissed(): void {
    this.#tellAll((listener) => listener.missed());
  }

  /** A message from nobody, to all. */
  garble(message: Uint8Array): void {
    this.#tellAll((listener) => listener.hear(message));
  }

  #tellAll(tell: (listener: BusListener) => void): void {
    for (const listeners of this.#listenersByBus.values()) for (const listener of listeners.values()) tell(listener);
  }
}
