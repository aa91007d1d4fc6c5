/** A relay that is asked to end: what has come is stored, devices are told to come back, and do. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOSE } from "@sameside/protocol";
import { type Relay, startRelay } from "@sameside/relay";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claim, ROOM } from "./relayBench.ts";
import { connectDevice, documentHolds } from "./socketDevice.ts";

const MAIN = join(import.meta.dirname, "../../apps/cli/src/main.ts");
/** Each provider listens to the end of the process, and Node warns of more. */
const DEVICES = 8;

let dataDir: string;
const started: Relay[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sameside-drain-"));
});
afterEach(async () => {
  for (const relay of started.splice(0)) await relay.close();
  rmSync(dataDir, { recursive: true });
});

it("stores what has come, says come back later, and nothing waiting is lost (L2)", async () => {
  const first = await start(0);
  const { token } = await claim(first.url);
  const devices = Array.from({ length: DEVICES }, () => connectDevice(first.url, ROOM, token));
  await Promise.all(
    devices.map(({ provider }) => new Promise<void>((resolve) => provider.once("sync", () => resolve()))),
  );
  const codes = devices.map(
    ({ provider }) =>
      new Promise<number>((resolve) =>
        provider.once("connection-close", (event: { code: number } | null) => resolve(event?.code ?? 0)),
      ),
  );
  for (const [index, { doc }] of devices.entries()) doc.getMap("cards").set(`before${index}`, index);
  const closing = first.close();
  for (const [index, { doc }] of devices.entries()) doc.getMap("cards").set(`meanwhile${index}`, index);
  expect(new Set(await Promise.all(codes))).toEqual(new Set([CLOSE.draining.code]));
  await closing;

  const second = await start(first.port);
  const fresh = connectDevice(second.url, ROOM, token);
  await documentHolds(fresh.doc, () => fresh.doc.getMap("cards").size === 2 * DEVICES);
  for (const { provider } of [...devices, fresh]) provider.destroy();
});

it("does not wait for a device that does not answer, and ends at once when it is told twice", async () => {
  const args = [MAIN, "serve", "--port", "0", "--host", "127.0.0.1", "--data", dataDir, "--log-format", "json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? "";
  const { token } = await claim(url);
  const device = connectDevice(url, ROOM, token);
  await device.heard((message) => message.say === "hello");
  // A device that reads nothing any more does not answer the goodbye either.
  const socket = device.provider.ws as unknown as { pause(): void };
  socket.pause();
  // Two of one kind could reach it as one.
  child.kill("SIGTERM");
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
  device.provider.destroy();
});

async function start(port: number): Promise<Relay> {
  const relay = await startRelay({ port, host: "127.0.0.1", dataDir });
  started.push(relay);
  return relay;
}
