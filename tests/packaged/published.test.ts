/** The package as a facilitator gets it: packed by npm, installed without a network, run from an empty folder. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { openSqliteStore } from "@sameside/relay";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { connectDevice, documentHolds } from "../relay/socketDevice.ts";

const ROOT = join(import.meta.dirname, "../..");
const PACK = join(ROOT, "apps/cli/packaging/pack.ts");
/** Packing builds the web app where none is built. */
const PACKING_MS = 180_000;
const WORKSHOP = "packaged-workshop";
const ROOM = `${WORKSHOP}.board.one`;
/** More than a room's log may hold when everybody has left. */
const MANY_EDITS = 700;

let folder: string;
let installed: string;
/** Nothing of whoever runs the tests but the programs. */
let env: Record<string, string>;
const running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sameside-packaged-"));
  installed = join(folder, "installed");
  const [packed, home] = [join(folder, "packed"), join(folder, "home")];
  for (const each of [installed, home]) mkdirSync(each);
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  env = { PATH: path, HOME: home, npm_config_cache: join(home, "cache"), npm_config_update_notifier: "false" };
  execFileSync(process.execPath, [PACK, "--out", packed], { stdio: ["ignore", "ignore", "inherit"] });
  npm(folder, "pack", packed, "--silent");
  const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(installed, "package.json"), "{}");
  npm(installed, "install", "--offline", "--no-audit", "--no-fund", join(folder, file));
}, PACKING_MS);
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the published package", () => {
  it("brings everything with it and runs nothing on installing", () => {
    const home = join(installed, "node_modules/sameside");
    expect(readdirSync(join(installed, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["sameside"]);
    const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: "sameside", license: "MIT", bin: { sameside: "bin/sameside.cjs" } });
    expect(Object.keys(manifest).filter((name) => /dependencies|scripts/i.test(name))).toEqual([]);
    const licences = readFileSync(join(home, "THIRD-PARTY-LICENCES.txt"), "utf8");
    for (const name of ["yjs", "ws", "pg", "@redis/client", "prom-client", "react", "@xyflow/react"])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+.* \\(.+\\)$`, "m"));
    for (const file of ["README.md", "LICENSE", "web/index.html", "lib/compactionWorker.js"])
      expect(existsSync(join(home, file))).toBe(true);
    for (const name of readdirSync(join(home, "lib")))
      expect(readFileSync(join(home, "lib", name), "utf8")).not.toContain(ROOT);
  });

  it("serves the app and a room, keeps edits and compacts them", async () => {
    const relay = await serve();
    expect(await (await fetch(`${relay.url}/healthz`)).json()).toMatchObject({ ok: true, rooms: 0 });
    expect(await (await fetch(relay.url)).text()).toContain('<div id="root">');
    const token = await claim(relay.url);
    const one = connectDevice(relay.url, ROOM, token);
    const two = connectDevice(relay.url, ROOM, token, new Y.Doc());
    // What is written before is one frame; each edit after it is one of its own.
    await new Promise<void>((resolve) => one.provider.once("sync", () => resolve()));
    const cards = one.doc.getMap<number>("cards");
    for (let edit = 0; edit < MANY_EDITS; edit += 1) cards.set(`card${edit % 10}`, edit);
    await documentHolds(two.doc, () => two.doc.getMap("cards").get("card9") === MANY_EDITS - 1);
    await one.heard((message) => message.say === "stored" && message.frames >= MANY_EDITS);
    for (const { provider } of [one, two]) provider.destroy();

    // A room is closed when its log has been compacted.
    while ((await roomsOf(relay.url)) > 0);
    expect(await (await fetch(`${relay.url}/metrics`)).text()).toContain(
      'sameside_compaction_seconds_count{outcome="stored"} 1',
    );
    expect(await relay.stop()).toBe(0);
    const store = openSqliteStore({ file: join(installed, "data/relay.sqlite") });
    const { snapshot, log } = await store.load(ROOM);
    await store.close();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, snapshot?.state ?? new Uint8Array());
    expect([doc.getMap("cards").get("card9"), log]).toEqual([MANY_EDITS - 1, []]);
  });

  it("backs up while it runs, and the tokens hold on another port from another folder", async () => {
    const first = await serve();
    const token = await claim(first.url);
    const device = connectDevice(first.url, ROOM, token);
    device.doc.getMap("cards").set("last", "words");
    await device.heard((message) => message.say === "stored" && message.frames > 0);
    expect(sameside("backup", "--data", "data", "--out", "today.backup")).toContain("today.backup");
    device.provider.destroy();
    expect(await first.stop()).toBe(0);

    expect(sameside("restore", "today.backup", "--data", "elsewhere")).toContain("restored");
    const second = await serve("--data", "elsewhere");
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    const fresh = connectDevice(second.url, ROOM, token);
    await documentHolds(fresh.doc, () => fresh.doc.getMap("cards").get("last") === "words");
    fresh.provider.destroy();
    expect(await second.stop()).toBe(0);
  });

  it("converts a file by npx", () => {
    writeFileSync(join(installed, "visit.mmd"), "journey\n  title Visit\n  section Buy\n    Pay: 4: Customer\n");
    npx("sameside", "convert", "visit.mmd", "visit.csv");
    expect(readFileSync(join(installed, "visit.csv"), "utf8")).toContain("Pay");
    expect(statSync(join(installed, "visit.csv")).size).toBeGreaterThan(10);
  });
});

interface Served {
  readonly url: string;
  /** Asks it to end; answers its exit code. */
  stop(): Promise<number | null>;
}

async function serve(...args: readonly string[]): Promise<Served> {
  const bin = join(installed, "node_modules/sameside/bin/sameside.cjs");
  const child = spawn(process.execPath, [bin, "serve", "--port", "0", "--host", "127.0.0.1", ...args], {
    cwd: installed,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  running.push(child);
  const url = await urlTold(child);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

async function urlTold(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const [url] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
    if (!url) continue;
    child.stdout?.resume();
    return url;
  }
  throw new Error(`It did not start. It said: ${said}`);
}

async function claim(url: string): Promise<string> {
  const body = JSON.stringify({ id: WORKSHOP, secret: "s".repeat(43), person: "facilitator" });
  const answer = await fetch(`${url}/api/workshops`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  return ((await answer.json()) as { token: string }).token;
}

async function roomsOf(url: string): Promise<number> {
  return ((await (await fetch(`${url}/healthz`)).json()) as { rooms: number }).rooms;
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function npx(...args: readonly string[]): string {
  return execFileSync("npx", ["--offline", "--no-install", ...args], { cwd: installed, env, encoding: "utf8" });
}

function sameside(...args: readonly string[]): string {
  return npx("sameside", ...args);
}
