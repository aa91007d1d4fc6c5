/** What whoever runs a relay does with its data: backup, restore, move. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { run as runCommand } from "@sameside/cli";
import { type Holding, openAdminDoor, openPostgresStore, openSqliteStore, type RoomStore } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresProcess, skipsWithout, startPostgres } from "../support/engines.ts";

const MAIN = join(import.meta.dirname, "../../apps/cli/src/main.ts");
const ROOM = "workshopworkshop.plan";
const UPDATES: readonly Holding[] = Array.from({ length: 50 }, (_, index) => ({
  is: "update",
  room: ROOM,
  row: index + 1,
  update: Uint8Array.from([index, index]),
}));

let folder: string;
let dataDir: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sameside-stores-"));
  dataDir = join(folder, "data");
  file = join(folder, "today.backup");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("sameside backup and restore", () => {
  it("bring everything from one folder into another", async () => {
    await fill(dataDir);
    const made = await run("backup", "--data", dataDir, "--out", file);
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(made.stdout).toContain("50 things");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    const other = join(folder, "other");
    expect(await run("restore", file, "--data", other)).toMatchObject({ status: 0, stderr: "" });
    expect(await updatesIn(sqlite(other))).toEqual(UPDATES.map((update) => "row" in update && update.row));
  });

  it("take a backup from the relay that has the folder, while it goes on writing", async () => {
    await fill(dataDir);
    const store = sqlite(dataDir);
    const door = await openAdminDoor({ dataDir, store, log: () => undefined });
    const [made] = await Promise.all([
      run("backup", "--data", dataDir, "--out", file),
      store.commit([{ to: "log", room: ROOM, update: Uint8Array.from([1]) }]),
    ]);
    expect(made).toMatchObject({ status: 0, stderr: "" });
    await door.close();
    await store.close();
    expect(await run("restore", file, "--data", join(folder, "other"))).toMatchObject({ status: 0 });
    const rows = await updatesIn(sqlite(join(folder, "other")));
    expect(rows.slice(0, 50)).toEqual(UPDATES.map((update) => "row" in update && update.row));
  });

  it("leave the former backup as it is when the next one is killed", async () => {
    writeFileSync(file, "yesterday");
    const reached = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<Holding> {
      yield* UPDATES;
      reached.resolve();
      await new Promise(() => undefined);
    }
    const door = await openAdminDoor({ dataDir, store: { everything: endless }, log: () => undefined });
    const child = spawn(process.execPath, [MAIN, "backup", "--data", dataDir, "--out", file], { stdio: "inherit" });
    await reached.promise;
    child.kill("SIGKILL");
    await once(child, "exit");
    await door.close();
    expect(readFileSync(file, "utf8")).toBe("yesterday");
  });

  it("leave nothing behind when the relay goes away in the middle", async () => {
    const reached = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<Holding> {
      yield* UPDATES;
      reached.resolve();
      await new Promise(() => undefined);
    }
    const door = await openAdminDoor({ dataDir, store: { everything: endless }, log: () => undefined });
    const making = run("backup", "--data", dataDir, "--out", file);
    await reached.promise;
    await door.close();
    const { status, stderr } = await making;
    expect([status, stderr]).toEqual([2, expect.stringContaining("no backup was made")]);
    expect(readdirSync(folder)).toEqual(["data"]);
  });

  it("restore nothing of a damaged file, and say so", async () => {
    await fill(dataDir);
    await run("backup", "--data", dataDir, "--out", file);
    const whole = readFileSync(file);
    const other = join(folder, "other");
    for (const [damaged, sentence] of [
      [whole.subarray(0, -20), "cut short"],
      [Buffer.concat([whole.subarray(0, 60), Buffer.from("xx"), whole.subarray(62)]), "Use another copy"],
      [Buffer.from("journey\n"), "no backup of a relay"],
    ] as const) {
      writeFileSync(file, damaged);
      const { status, stderr } = await run("restore", file, "--data", other);
      expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(existsSync(other)).toBe(false);
    }
  });

  it("never put a backup over something that is there", async () => {
    await fill(dataDir);
    await run("backup", "--data", dataDir, "--out", file);
    const { status, stderr } = await run("restore", file, "--data", dataDir);
    expect([status, stderr]).toEqual([2, expect.stringContaining("nothing was restored")]);
    expect(await updatesIn(sqlite(dataDir))).toHaveLength(50);
  });

  it.each([
    [["backup"], "--out FILE"],
    [["backup", "--out", "x", "--data", "/nowhere/at/all"], "no relay's data in /nowhere/at/all"],
    [["restore"], "one FILE is needed"],
    [["restore", "/nowhere/x.backup"], "the file cannot be read (ENOENT)"],
    [["move"], "--to"],
    [["move", "--to", "postgres://x/y", "--data", "/nowhere/at/all"], "no relay's data"],
  ])("refuse %j with a sentence", async (args, sentence) => {
    const { status, stderr } = await run(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("say that a relay is using the folder, when it cannot be asked", async () => {
    const store = sqlite(dataDir);
    const child = spawn(process.execPath, [MAIN, "backup", "--data", dataDir, "--out", file], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    const [code] = await once(child, "close");
    await store.close();
    expect([code, said]).toEqual([2, expect.stringContaining("Is another relay using this folder?")]);
  });
});

const isWithout = skipsWithout("PostgreSQL");
describe.skipIf(isWithout)("with PostgreSQL", () => {
  let postgres: PostgresProcess;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.tidyUp());

  it("sameside move takes a folder into a database, once", async () => {
    const url = postgres.newDatabase();
    await fill(dataDir);
    const moved = await run("move", "--data", dataDir, "--to", url);
    expect(moved).toMatchObject({ status: 0, stderr: "" });
    expect(moved.stdout).toContain("50 things");
    const again = await run("move", "--data", dataDir, "--to", url);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("nothing was moved")]);
    expect(await updatesIn(await openPostgresStore({ url, isAlone: false }))).toHaveLength(50);
    expect(await updatesIn(sqlite(dataDir))).toHaveLength(50);
  });

  it("a backup of a database comes back into a folder, and of a folder into a database", async () => {
    const [one, two] = [postgres.newDatabase(), postgres.newDatabase()];
    await fill(dataDir);
    await run("move", "--data", dataDir, "--to", one);
    expect(await run("backup", "--database-url", one, "--out", file)).toMatchObject({ status: 0 });
    const other = join(folder, "other");
    expect(await run("restore", file, "--data", other)).toMatchObject({ status: 0 });
    expect(await updatesIn(sqlite(other))).toHaveLength(50);
    expect(await run("restore", file, "--database-url", two)).toMatchObject({ status: 0 });
    const refused = await run("restore", file, "--database-url", two);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("nothing was restored")]);
  });
});

async function fill(dir: string): Promise<void> {
  const store = sqlite(dir);
  await store.takeOver(Readable.from(UPDATES));
  await store.close();
}

function sqlite(dir: string): RoomStore {
  return openSqliteStore({ file: join(dir, "relay.sqlite") });
}

/** The rows of all updates; closes the store. */
async function updatesIn(store: RoomStore): Promise<number[]> {
  const rows: number[] = [];
  for await (const holding of store.everything()) if (holding.is === "update") rows.push(holding.row);
  await store.close();
  return rows;
}

async function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { out: "", err: "" };
  const status = await runCommand(args, {
    out: (line) => {
      said.out += `${line}\n`;
    },
    err: (line) => {
      said.err += `${line}\n`;
    },
  });
  return { status, stdout: said.out, stderr: said.err };
}
