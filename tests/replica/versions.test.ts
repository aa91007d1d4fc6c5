/** Versions of a room on this device (SPEC W22). */
import { MAX_VERSIONS, type NewVersion, openDevice, openVersions } from "@sameside/replica";
import { describe, expect, it, vi } from "vitest";
import { newDevice, ROOM, rowsOnDisk, WORKSHOP } from "./support/notes.ts";
import { UNPUBLISHED } from "./support/workshop.ts";

const bytes = (seed: number, length = 400) => Uint8Array.from({ length }, (_, index) => (seed + index * 7) % 256);
const version = (time: number, more: Partial<NewVersion> = {}): NewVersion => ({
  name: "",
  why: "hour",
  time,
  state: bytes(time),
  ...more,
});

describe("versions", () => {
  it("are listed with the last first, and give their bytes back as they were", async () => {
    const factory = newDevice();
    const versions = openVersions(factory);
    await versions.keep(ROOM, version(1, { name: "Before the break", why: "named" }));
    await versions.keep(ROOM, version(2));
    await versions.keep(`${ROOM}x`, version(3));
    const list = await openVersions(factory).list(ROOM);
    expect(list.map(({ name, why, time }) => [name, why, time])).toEqual([
      ["", "hour", 2],
      ["Before the break", "named", 1],
    ]);
    expect(await openVersions(factory).state(list[1]?.id ?? 0)).toEqual(bytes(1));
    expect(await versions.state(999)).toBeUndefined();
  });

  it("with one mark are kept once, also from two tabs at the same time", async () => {
    const factory = newDevice();
    const marked = version(5, { mark: "hour/7" });
    const kept = await Promise.all([
      openVersions(factory).keep(ROOM, marked),
      openVersions(factory).keep(ROOM, marked),
    ]);
    expect(kept.filter((it) => it !== undefined)).toHaveLength(1);
    expect(await openVersions(factory).list(ROOM)).toHaveLength(1);
  });

  it("are as many as there is room for: the oldest without a name goes, one with a name never", async () => {
    const factory = newDevice();
    const versions = openVersions(factory);
    await versions.keep(ROOM, version(1, { name: "First", why: "named" }));
    for (let time = 2; time <= MAX_VERSIONS + 2; time++) await versions.keep(ROOM, version(time));
    const list = await versions.list(ROOM);
    expect(list).toHaveLength(MAX_VERSIONS);
    expect(list.at(-1)?.name).toBe("First");
    expect(list.at(-2)?.time).toBe(4);
    expect(await rowsOnDisk(factory, "versionStates")).toHaveLength(MAX_VERSIONS);
    for (const { id } of list) await versions.rename(id, "Keep me");
    expect(await versions.keep(ROOM, version(1_000))).toBeUndefined();
    expect(await versions.list(ROOM)).toHaveLength(MAX_VERSIONS);
  });

  it("are forgotten one by one, and with their workshop", async () => {
    const factory = newDevice();
    const versions = openVersions(factory);
    const first = await versions.keep(ROOM, version(1));
    await versions.keep(ROOM, version(2));
    await versions.keep("another.board.main", version(3));
    await versions.forget(first?.id ?? 0);
    expect((await versions.list(ROOM)).map(({ time }) => time)).toEqual([2]);
    const device = await openDevice(factory);
    await device.remember({ ...UNPUBLISHED, id: WORKSHOP });
    await device.forget(WORKSHOP);
    expect(await versions.list(ROOM)).toEqual([]);
    expect(await rowsOnDisk(factory, "versionStates")).toHaveLength(1);
  });

  it("are rewritten where something must not be kept any more; one that nobody can read is forgotten", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const factory = newDevice();
    const versions = openVersions(factory);
    for (const time of [1, 2, 3]) await versions.keep(ROOM, version(time));
    await versions.keep("another.board.main", version(1));
    const [untouched, short] = [bytes(2), bytes(9, 3)];
    await versions.rewrite(ROOM, (state) => {
      if (state[0] === bytes(3)[0]) throw new Error("This is no document.");
      return state[0] === untouched[0] ? state : short;
    });
    const list = await versions.list(ROOM);
    expect(list.map(({ time }) => time)).toEqual([2, 1]);
    expect(await Promise.all(list.map(({ id }) => versions.state(id)))).toEqual([untouched, short]);
    const [other] = await versions.list("another.board.main");
    expect(await versions.state(other?.id ?? 0)).toEqual(bytes(1));
    vi.restoreAllMocks();
  });

  it("cannot be kept without a disk, and say so", async () => {
    await expect(openVersions(null).keep(ROOM, version(1))).rejects.toThrow(/keeps nothing/);
  });
});
