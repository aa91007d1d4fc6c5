import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  keepBeside,
  keptBeside,
  lastView,
  openAnswers,
  openBeside,
  openDevice,
  waitingChanges,
} from "@sameside/replica";
import { describe, expect, it, vi } from "vitest";
import { newDevice, openNotes, ROOM, rowsOnDisk, WORKSHOP, write } from "./support/notes.ts";
import { startRealRelay } from "./support/realRelay.ts";
import { UNPUBLISHED } from "./support/workshop.ts";

describe("a device", () => {
  it("has one person, made at first use, the same in two tabs opened at once and after a reload", async () => {
    const factory = newDevice();
    const [left, right] = await Promise.all([openDevice(factory), openDevice(factory)]);
    expect(left.person).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(right.person).toBe(left.person);
    expect((await openDevice(factory)).person).toBe(left.person);
    expect((await openDevice(newDevice())).person).not.toBe(left.person);
  });

  it("whose storage took no part at first notes its workshops with the first connection there is (D44)", async () => {
    const factory = newDevice();
    const broken = vi.spyOn(factory, "open").mockImplementation(() => {
      throw new DOMException("not now", "UnknownError");
    });
    const device = await openDevice(factory);
    await device.remember(UNPUBLISHED);
    expect([device.keeps, await device.workshops()]).toEqual([false, [UNPUBLISHED]]);
    broken.mockRestore();
    const replica = await openNotes(factory);
    expect(await rowsOnDisk(factory, "workshops")).toEqual([UNPUBLISHED]);
    await replica.close();
    device.close();
  });

  it("lists its workshops, the one opened last first", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    const later = { ...UNPUBLISHED, id: "B".repeat(22), openedAt: 2 };
    await device.remember(UNPUBLISHED);
    await device.remember(later);
    await device.remember({ ...UNPUBLISHED, title: "Renamed" });
    const again = await openDevice(factory);
    expect(await again.workshops()).toEqual([later, { ...UNPUBLISHED, title: "Renamed" }]);
  });

  it("forgets a workshop with all that is kept of it, and nothing of another", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    const otherRoom = `${WORKSHOP}x.board.table1`;
    for (const [id, room] of [
      [WORKSHOP, ROOM],
      [`${WORKSHOP}x`, otherRoom],
    ] as const) {
      await device.remember({ ...UNPUBLISHED, id });
      const replica = await openNotes(factory, { room });
      write(replica, "a", "1");
      await replica.close();
      const answers = await openAnswers(id, factory);
      await answers.put({ topic: "name", person: "ann", item: "today", value: "Ann" });
      await answers.close();
      await keepBeside(room, { undo: id }, factory);
    }
    expect(await keptBeside(ROOM, factory)).toEqual({ undo: WORKSHOP });
    await device.forget(WORKSHOP);
    expect(await lastView(ROOM, factory)).toBeUndefined();
    expect(await waitingChanges(ROOM, factory)).toBe(0);
    expect(await keptBeside(ROOM, factory)).toBeUndefined();
    expect(await keptBeside(otherRoom, factory)).toEqual({ undo: `${WORKSHOP}x` });
    expect(await waitingChanges(otherRoom, factory)).toBe(1);
    for (const table of ["log", "views", "answers", "workshops"])
      expect(await rowsOnDisk(factory, table)).toHaveLength(1);
  });

  it("keeps of many states beside a room the last one, and gives it to the next visit", async () => {
    const factory = newDevice();
    const first = openBeside(ROOM, factory);
    expect(await first.read()).toBeUndefined();
    for (let step = 1; step <= 50; step += 1) first.keep(() => ({ step }));
    await first.close();
    const second = openBeside(ROOM, factory);
    expect(await second.read()).toEqual({ step: 50 });
    await second.close();
  });

  it("without storage works as long as the page, and says that it keeps nothing", async () => {
    const device = await openDevice(null);
    expect(device.keeps).toBe(false);
    await device.remember(UNPUBLISHED);
    expect(await device.workshops()).toEqual([UNPUBLISHED]);
    await device.forget(WORKSHOP);
    expect(await device.workshops()).toEqual([]);
  });
});

describe("publishing", () => {
  it("keeps the tokens, and gives the same ones when it is done again", async () => {
    const relay = await startRealRelay();
    const factory = newDevice();
    const device = await openDevice(factory);
    await device.remember(UNPUBLISHED);
    const published = await device.publish(WORKSHOP, `${relay.origin}/`);
    expect(published).toMatchObject({ ...UNPUBLISHED, relay: relay.origin });
    expect(await device.workshops()).toEqual([published]);
    expect(await device.publish(WORKSHOP, relay.origin)).toEqual(published);
    await relay.end();
  });

  it("says what to do when the id is taken by another secret", async () => {
    const relay = await startRealRelay();
    const owner = await openDevice(newDevice());
    await owner.remember(UNPUBLISHED);
    await owner.publish(WORKSHOP, relay.origin);
    const other = await openDevice(newDevice());
    await other.remember({ ...UNPUBLISHED, secret: "t".repeat(43) });
    await expect(other.publish(WORKSHOP, relay.origin)).rejects.toMatchObject({ problem: "refused" });
    expect(await other.workshops()).toEqual([{ ...UNPUBLISHED, secret: "t".repeat(43) }]);
    await relay.end();
  });

  it("says what to do when nobody answers, when somebody else does, and when it is not ours to publish", async () => {
    const device = await openDevice(newDevice());
    await device.remember(UNPUBLISHED);
    const stranger = createServer((_request, response) => response.end("<h1>Router</h1>")).listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const origin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    await expect(device.publish(WORKSHOP, origin)).rejects.toMatchObject({ problem: "no-relay" });
    stranger.close();
    await once(stranger, "close");
    await expect(device.publish(WORKSHOP, origin)).rejects.toMatchObject({ problem: "no-answer" });

    const { secret: _, ...joined } = UNPUBLISHED;
    await device.remember(joined);
    await expect(device.publish(WORKSHOP, origin)).rejects.toMatchObject({ problem: "not-ours" });
  });
});
