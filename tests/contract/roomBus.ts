/** What every bus between relays must do. Each engine's test file runs all of it. */
import type { RoomBus } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hearer } from "./hearer.ts";

/** Opens a bus as one more relay of those that share a store. */
export type OpenBus = () => Promise<RoomBus>;

export function runRoomBusContract(engine: string, isShared: boolean, open: OpenBus): void {
  describe(`room bus on ${engine}`, () => {
    let bus: RoomBus;
    beforeEach(async () => {
      bus = await open();
    });
    afterEach(() => bus.close());

    it("says whether others can be there", () => {
      expect(bus.isAlone).toBe(!isShared);
    });

    it("never tells the publisher what it published, and lets it stop listening more than once", async () => {
      const hearer = new Hearer();
      const stop = await bus.listen("room", hearer);
      bus.publish("room", new Uint8Array([1]));
      await stop();
      await stop();
      await bus.close();
      expect(hearer.heard).toEqual([]);
      expect(hearer.missedTimes).toBe(0);
    });

    it("takes what is published after it was closed, and closes twice", async () => {
      await bus.close();
      bus.publish("room", new Uint8Array([1]));
      await bus.close();
    });
  });

  if (!isShared) return;
  describe(`relays that share a room bus on ${engine}`, () => {
    let buses: RoomBus[];
    beforeEach(async () => {
      buses = await Promise.all([open(), open(), open()]);
    });
    afterEach(() => Promise.all(buses.map((bus) => bus.close())));
    const three = () => buses as [RoomBus, RoomBus, RoomBus];

    it("hear what the others publish on their channels: whole, and in the order of each publisher", async () => {
      const [one, two, three_] = three();
      const [a, b, elsewhere] = [new Hearer(), new Hearer(), new Hearer()];
      await Promise.all([two.listen("room", a), three_.listen("room", b), two.listen("another", elsewhere)]);
      const large = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 256);
      const messages = [...Array.from({ length: 300 }, (_, index) => Uint8Array.of(index % 256, 0, 255)), large];
      for (const message of messages) one.publish("room", message);
      one.publish("room", new Uint8Array(0));
      for (const hearer of [a, b]) {
        await hearer.hears(messages.length + 1);
        expect(hearer.heard.map(hex)).toEqual([...messages, new Uint8Array(0)].map(hex));
      }
      two.publish("another", Uint8Array.of(1));
      three_.publish("another", Uint8Array.of(2));
      await elsewhere.hears(1);
      expect(elsewhere.heard).toEqual([Uint8Array.of(2)]);
    });

    it("hear everything that is published once listening is agreed, and nothing after they stopped", async () => {
      const [one, two] = three();
      for (let round = 0; round < 20; round += 1) {
        const hearer = new Hearer();
        const stop = await two.listen("room", hearer);
        one.publish("room", Uint8Array.of(round));
        await hearer.hears(1);
        await stop();
        expect(hearer.heard).toEqual([Uint8Array.of(round)]);
      }
      const [stopped, goesOn] = [new Hearer(), new Hearer()];
      const stop = await two.listen("room", stopped);
      await Promise.all([stop(), two.listen("room", goesOn)]);
      one.publish("room", Uint8Array.of(99));
      await goesOn.hears(1);
      expect(stopped.heard).toEqual([]);
    });

    it("may listen to one channel several times", async () => {
      const [one, two] = three();
      const [first, second] = [new Hearer(), new Hearer()];
      const [stopFirst] = await Promise.all([two.listen("room", first), two.listen("room", second)]);
      one.publish("room", Uint8Array.of(1));
      await Promise.all([first.hears(1), second.hears(1)]);
      await stopFirst();
      one.publish("room", Uint8Array.of(2));
      await second.hears(2);
      expect(first.heard).toEqual([Uint8Array.of(1)]);
    });
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
