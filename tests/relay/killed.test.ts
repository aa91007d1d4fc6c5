import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claim, ROOM } from "./relayBench.ts";
import { connectDevice, documentHolds, type SocketDevice } from "./socketDevice.ts";

const DEVICES = 4;
/** Edits of each device that are confirmed before the kill; more are under way then. */
const CONFIRMED_AT_LEAST = 30;

let dataDir: string;
let processes: ChildProcess[];
let devices: SocketDevice[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-killed-"));
  processes = [];
  devices = [];
});
afterEach(async () => {
  for (const { provider } of devices) provider.destroy();
  for (const child of processes) await kill(child);
  await rm(dataDir, { recursive: true });
});

it("an edit that was called stored is there after kill -9, for a fresh device", async () => {
  const first = await startProcess();
  const { token } = await claim(first.url);
  const editors = Array.from({ length: DEVICES }, (_, index) => new Editor(index, first.url, token));
  await Promise.all(editors.map((editor) => editor.editUntilConfirmed(CONFIRMED_AT_LEAST)));
  await kill(first.child);
  const confirmed = editors.flatMap((editor) => editor.stop());
  expect(confirmed.length).toBeGreaterThanOrEqual(DEVICES * CONFIRMED_AT_LEAST);

  const second = await startProcess();
  const fresh = connectDevice(second.url, ROOM, (await claim(second.url)).token);
  devices.push(fresh);
  await new Promise<void>((resolve) => fresh.provider.once("sync", () => resolve()));
  const cards = fresh.doc.getMap("cards").toJSON();
  expect(confirmed.filter((key) => !(key in cards))).toEqual([]);

  // And what was not confirmed is not lost either: its author still has it, and brings it.
  const back = connectDevice(second.url, ROOM, token, editors[0]?.device.doc);
  devices.push(back);
  const all = Object.keys(back.doc.getMap("cards").toJSON());
  await documentHolds(fresh.doc, () => all.every((key) => fresh.doc.getMap("cards").has(key)));
});

/** Makes an edit whenever the one before it is confirmed or another's edit arrives: never still when the kill comes. */
class Editor {
  readonly device: SocketDevice;
  readonly #index: number;
  /** Keys of the edits, in the order of their frames. */
  readonly #keys: string[] = [];
  #framesBefore = 0;

  constructor(index: number, url: string, token: string) {
    this.#index = index;
    this.device = connectDevice(url, ROOM, token);
    devices.push(this.device);
  }

  async editUntilConfirmed(count: number): Promise<void> {
    await this.device.heard((message) => message.say === "stored");
    this.#framesBefore = this.device.storedFrames();
    while (this.#confirmed().length < count) {
      const target = this.device.storedFrames() + 1;
      this.#edit();
      this.#edit();
      await this.device.heard((message) => message.say === "stored" && message.frames >= target);
    }
    for (let extra = 0; extra < 50; extra += 1) this.#edit();
  }

  /** Ends the connection; answers the keys of the confirmed edits. */
  stop(): string[] {
    this.device.provider.destroy();
    return this.#confirmed();
  }

  #edit(): void {
    const key = `device${this.#index}-edit${this.#keys.length}`;
    this.#keys.push(key);
    this.device.doc.getMap("cards").set(key, this.#keys.length);
  }

  #confirmed(): string[] {
    return this.#keys.slice(0, this.device.storedFrames() - this.#framesBefore);
  }
}

async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL("./relayProcess.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  processes.push(child);
  const [line] = (await once(child.stdout as NonNullable<typeof child.stdout>, "data")) as [Buffer];
  return { child, url: `http://127.0.0.1:${Number(line.toString())}` };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
