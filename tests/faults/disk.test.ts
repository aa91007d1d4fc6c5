/** A disk that is full: nothing is confirmed that is not on it, the relay stays up, and goes on when there is room again. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOSE } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRandom } from "../support/random.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { faultSeed, inRun } from "./runLength.ts";
import { TypingTable } from "./typingTable.ts";

const [MOUNT, UNMOUNT] = ["/usr/bin/mount", "/usr/bin/umount"];
const DISK_BYTES = 48 * 1024 * 1024;
/** First in large pieces, then to the last block. */
const BALLAST = [Buffer.alloc(256 * 1024), Buffer.alloc(4096)];
const WORDS = "a customer waits on the phone. ".repeat(40);
const ROUNDS = inRun(1, 10);
const MESSAGES_BEFORE = 60;

/** `true` when a disk of its own can be made here: Linux, and root. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "sameside-mount-"));
  const isMounted = process.platform === "linux" && mount(folder);
  if (isMounted) unmount(folder);
  else console.warn("SKIPPED, no right to mount a small disk here: run the tests as root on Linux");
  rmSync(folder, { recursive: true });
  return isMounted;
}

function mount(folder: string): boolean {
  const options = `size=${DISK_BYTES}`;
  return spawnSync(MOUNT, ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" }).status === 0;
}

function unmount(folder: string): void {
  spawnSync(UNMOUNT, ["--lazy", folder]);
}

/** Fills what is left of the disk. */
function fill(file: string): void {
  const ballast = openSync(file, "w");
  for (const piece of BALLAST) while (hasRoomFor(piece, ballast));
  closeSync(ballast);
}

/** Writes it, unless the disk is full. */
function hasRoomFor(bytes: Buffer, file: number): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}

describe.skipIf(!canMount())("a disk of its own", () => {
  let disk: string;
  let relay: RelayProcess;
  let table: TypingTable;
  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), "sameside-disk-"));
    mount(disk);
    const dataDir = join(disk, "data");
    mkdirSync(dataDir);
    relay = await startRelayProcess({ dataDir, logged: () => undefined });
    table = await TypingTable.open(relay.url, { rooms: 2, people: 2, words: WORDS });
  });
  afterEach(async () => {
    table?.drop();
    await relay?.remove();
    unmount(disk);
    rmSync(disk, { recursive: true, force: true });
  });

  it(`that is full for a while, ${ROUNDS} times, loses nothing that was stored or seen`, {
    timeout: 60_000 * ROUNDS,
  }, async () => {
    const random = openRandom(faultSeed);
    const ballast = join(disk, "ballast");
    for (let round = 0; round < ROUNDS; round += 1) {
      const ends = table.connect(() => relay.url);
      await table.randomMoment(random, MESSAGES_BEFORE);
      fill(ballast);
      // Whoever writes is sent away with their edits in their hands, and told that they may come again.
      expect(new Set(await ends)).toEqual(new Set([CLOSE.cannotStore.code]));
      expect((await fetch(`${relay.url}/healthz`)).status).toBe(503);
      expect(await table.missingAt(relay.url), "while it is full").toEqual([]);
      const isKilled = random.chance(0.5);
      if (isKilled) await relay.kill();
      rmSync(ballast);
      if (isKilled) await relay.start();
      expect(await table.missingAt(relay.url), "after it").toEqual([]);

      const again = table.connect(() => relay.url);
      await table.settle();
      expect((await fetch(`${relay.url}/healthz`)).status).toBe(200);
      table.drop();
      await again;
    }
    await relay.kill();
    await relay.start();
    expect(await table.missingAt(relay.url)).toEqual([]);
    expect(table.boards().map((boards) => boards.length)).toEqual([1, 1]);
  });
});
