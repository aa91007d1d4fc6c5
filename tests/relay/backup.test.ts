/** Backups: what is written is read again, and nothing that is not whole is taken for a backup. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  askForBackup,
  BackupDamaged,
  type Holding,
  openAdminDoor,
  openSqliteStore,
  type RoomStore,
  readBackup,
  writeBackup,
} from "@sameside/relay";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const MADE = 1_790_000_000_000;
const RELAY = fileURLToPath(new URL("../../apps/relay/src/index.ts", import.meta.url));

let folder: string;
let stores: RoomStore[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sameside-backup-"));
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await rm(folder, { recursive: true });
});

const holdings: readonly Holding[] = [
  { is: "snapshot", room: "w".repeat(16).concat(".plan"), state: bytes(0, 255, 10), facts: bytes(1) },
  { is: "snapshot", room: "w".repeat(16).concat(".findings"), state: bytes(13, 10), facts: undefined },
  { is: "update", room: "w".repeat(16).concat(".plan"), row: 7, update: bytes(10, 10, 10) },
  {
    is: "answer",
    workshop: "w".repeat(16),
    row: { topic: "name", person: "p", item: "today", value: "Ann\nEve é", time: MADE },
  },
  { is: "record", kind: "seat", workshop: "w".repeat(16), key: "p", value: '{"role":"customer"}' },
  { is: "attachment", workshop: "w".repeat(16), hash: "h".repeat(43), type: "image/png", bytes: bytes(137, 80) },
];

/** Around the size in which bytes are divided. */
const PART = 256 * 1024;

describe("a backup file", () => {
  it.each([PART - 1, PART, PART + 1, 2 * PART, 5 * PART + 7])("gives back %d bytes as they were", async (length) => {
    const large = Buffer.alloc(length, "0123456789abcdef?");
    const all: readonly Holding[] = [
      { is: "snapshot", room: "r", state: large, facts: bytes(1, 2) },
      { is: "update", room: "r", row: 1, update: large },
      { is: "attachment", workshop: "w", hash: "h", type: "image/png", bytes: large },
      { is: "update", room: "r", row: 2, update: bytes(9) },
    ];
    const read: Holding[] = [];
    for await (const holding of readBackup(Readable.from([await written(all)]))) read.push(holding);
    const contents = read.map((holding) =>
      "state" in holding
        ? holding.state
        : "update" in holding
          ? holding.update
          : "bytes" in holding
            ? holding.bytes
            : undefined,
    );
    expect(contents.map((content) => large.equals(content ?? bytes()))).toEqual([true, true, true, false]);
    expect(contents[3]).toEqual(bytes(9));
  });

  it("gives back exactly what was written", async () => {
    expect(await readAll(await written(holdings))).toEqual(holdings);
    expect(await readAll(await written([]))).toEqual([]);
  });

  it("is never taken for whole when it is cut short or changed", async () => {
    const file = await written(holdings);
    const cut = fc.nat(file.length - 1).map((length) => file.subarray(0, length));
    const changed = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
      const copy = Buffer.from(file);
      copy[at] = (copy[at] ?? 0) ^ change;
      return copy;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, changed), async (damaged) => {
        // A byte of gzip's head that means nothing may change without a loss; then all of it is there.
        const outcome = await readAll(damaged).catch((error: unknown) => error);
        if (!(outcome instanceof BackupDamaged)) expect(outcome).toEqual(holdings);
      }),
      { numRuns: 300 },
    );
  });

  it("is not believed when lines are left out, changed, doubled or added", async () => {
    const lines = gunzipSync(await written(holdings))
      .toString()
      .trimEnd()
      .split("\n");
    const variants = [
      lines.filter((_, index) => index !== 2),
      lines.map((line) => line.replace("image/png", "text/html")),
      lines.flatMap((line, index) => (index === 3 ? [line, line] : [line])),
      [...lines, lines[1] ?? ""],
      lines.slice(0, -1),
      lines.slice(1),
    ];
    for (const variant of variants)
      await expect(readAll(gzipSync(`${variant.join("\n")}\n`))).rejects.toThrow(BackupDamaged);
  });

  it.each([
    ["another file", Buffer.from("not a backup"), "This is no backup of a relay"],
    ["another gzip", gzipSync("{}\n"), "This is no backup of a relay"],
    ["nothing", Buffer.alloc(0), "cut short"],
    ["a newer one", gzipSync('{"is":"sameside-backup","v":2,"made":1}\n'), "newer version of Sameside"],
    [
      "one with a line of another kind",
      gzipSync('{"is":"sameside-backup","v":1,"made":1}\n{"is":"spell"}\n'),
      "not understood",
    ],
  ])("says of %s what it is", async (_, file, sentence) => {
    await expect(readAll(file)).rejects.toThrow(sentence);
  });

  it("fails when the store does, instead of ending early", async () => {
    async function* failing(): AsyncGenerator<Holding> {
      yield* holdings;
      throw new Error("the disk is gone");
    }
    await expect(buffer(writeBackup(failing(), MADE))).rejects.toThrow("the disk is gone");
  });
});

describe("a store", () => {
  it("comes back from its backup, with the numbers of its rows", async () => {
    const first = sqlite("first");
    await first.takeOver(Readable.from(holdings));
    const file = await buffer(writeBackup(first.everything(), MADE));
    const second = sqlite("second");
    await second.takeOver(readBackup(Readable.from([file])));
    expect(plain(await everythingIn(second))).toEqual(plain(holdings));
    const [row] = await second.commit([{ to: "log", room: "r", update: bytes(1) }]);
    expect(row).toBeGreaterThan(7);
  });

  it("holds nothing when it was killed while a backup was put in", async () => {
    const file = join(folder, "killed.sqlite");
    const script = `
      import { openSqliteStore } from ${JSON.stringify(RELAY)};
      const store = openSqliteStore({ file: ${JSON.stringify(file)} });
      async function* half() {
        for (let row = 1; row <= 5000; row += 1) yield { is: "update", room: "r", row, update: new Uint8Array(500) };
        process.stdout.write("half");
        await new Promise((resolve) => setInterval(resolve, 60_000));
      }
      await store.takeOver(half());`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await everythingIn(sqlite("killed"))).toEqual([]);
  });
});

describe("the door of a running relay", () => {
  it("gives a backup to who can read its file, and to nobody else", async () => {
    const store = sqlite("relay");
    await store.takeOver(Readable.from(holdings));
    const door = await openAdminDoor({ dataDir: folder, store, log: () => undefined });
    const file = join(folder, "admin.json");
    const { port } = JSON.parse(await readFile(file, "utf8")) as { port: number };
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await fetch(`http://127.0.0.1:${port}/backup`)).status).toBe(401);
    const wrong = await fetch(`http://127.0.0.1:${port}/backup`, { headers: { Authorization: "Bearer x" } });
    expect(wrong.status).toBe(401);

    const given = await askForBackup(folder);
    expect(plain(await readAll(await buffer(given ?? Readable.from([]))))).toEqual(plain(holdings));
    expect(await askForBackup(folder, "postgres://elsewhere/db")).toBeUndefined();
    await door.close();
    expect(await askForBackup(folder)).toBeUndefined();
  });

  it("ends a backup that is under way when the relay stops, and the file is not whole", async () => {
    const reached = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<Holding> {
      yield* holdings;
      reached.resolve();
      await new Promise(() => undefined);
    }
    const lines: string[] = [];
    const door = await openAdminDoor({
      dataDir: folder,
      store: { everything: endless },
      log: (line) => lines.push(line),
    });
    const given = await askForBackup(folder);
    const read = readAll(given ?? Readable.from([]));
    await reached.promise;
    await expect(askForBackup(folder)).rejects.toThrow("Another backup is under way");
    await door.close();
    await expect(read).rejects.toThrow();
    expect(lines).toEqual([expect.stringContaining("A backup was not finished")]);
  });
});

function sqlite(name: string): RoomStore {
  const store = openSqliteStore({ file: join(folder, `${name}.sqlite`) });
  stores.push(store);
  return store;
}

function written(all: readonly Holding[]): Promise<Buffer> {
  return buffer(writeBackup(Readable.from(all), MADE));
}

async function readAll(file: Buffer | Readable): Promise<Holding[]> {
  const read: Holding[] = [];
  for await (const holding of readBackup(file instanceof Readable ? file : Readable.from([file]))) read.push(holding);
  return read.map((holding) => plain([holding])[0] ?? holding);
}

async function everythingIn(store: RoomStore): Promise<Holding[]> {
  const all: Holding[] = [];
  for await (const holding of store.everything()) all.push(holding);
  return all;
}

/** Bytes as plain `Uint8Array`s, in the order of their kinds and rooms. */
function plain(all: readonly Holding[]): Holding[] {
  return all
    .map((holding) =>
      Object.fromEntries(
        Object.entries(holding).map(([name, value]) => [name, value instanceof Uint8Array ? bytes(...value) : value]),
      ),
    )
    .map((holding) => holding as unknown as Holding)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf(holding: Holding): string {
  return `${holdings.findIndex(({ is }) => is === holding.is)}${"room" in holding ? holding.room : ""}`;
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
