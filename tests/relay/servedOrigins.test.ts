/** A relay that is restored under another name lets pages in that were opened under the old one (SPEC L13, P6). */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SUBPROTOCOL } from "@sameside/protocol";
import { startRelay } from "@sameside/relay";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ask, ROOM, WORKSHOP } from "./relayBench.ts";

const STRANGER = "http://stranger.example:4321";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-relay-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

const start = () => startRelay({ port: 0, host: "127.0.0.1", dataDir });

/** Claims the workshop from a page at `origin`; answers the HTTP status and the token. */
async function claimFrom(origin: string, url: string, secret = "s".repeat(43)) {
  const response = await fetch(`${url}/api/workshops`, {
    method: "POST",
    headers: { origin },
    body: JSON.stringify({ id: WORKSHOP, secret }),
  });
  const { token } = (await response.json()) as { token?: string };
  return { status: response.status, token: token ?? "" };
}

async function statusFor(origin: string, url: string): Promise<number> {
  return (await fetch(`${url}/api/address`, { headers: { origin } })).status;
}

it("knows its own former origins after it has moved, for requests and sockets, and no others", async () => {
  const before = await start();
  const { token } = await claimFrom(before.url, before.url);
  expect((await claimFrom(STRANGER, before.url)).status).toBe(403);
  await before.close();

  const after = await start();
  expect(after.url).not.toBe(before.url);
  expect(await statusFor(before.url, after.url)).toBe(200);
  expect(await statusFor(STRANGER, after.url)).toBe(403);
  expect((await ask(after.url, "seat", { token })).role).toBe("facilitator");
  const socket = new WebSocket(`${after.url.replace("http", "ws")}/sync/${ROOM}`, [SUBPROTOCOL, token], {
    origin: before.url,
  });
  await once(socket, "open");
  socket.close();
  await once(socket, "close");
  await after.close();
});

it("notes no origin that only looked, or that was refused", async () => {
  const before = await start();
  const { hostname, port } = new URL(before.url);
  const alias = `http://localhost:${port}`;
  expect(hostname).not.toBe("localhost");
  expect(await statusFor(alias, alias)).toBe(200);
  await claimFrom(before.url, before.url);
  expect((await claimFrom(alias, alias, "t".repeat(43))).status).toBe(403);
  await before.close();
  const after = await start();
  expect(await statusFor(before.url, after.url)).toBe(200);
  expect(await statusFor(alias, after.url)).toBe(403);
  await after.close();
});
