import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOSE, limits, SUBPROTOCOL } from "@sameside/protocol";
import { startRelay } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import {
  claim,
  claimSeat,
  closeCode,
  openSocket,
  postClaim,
  type RelayBench,
  ROOM,
  SECRET,
  startBench,
  WORKSHOP,
} from "./relayBench.ts";
import { connectDevice, documentHolds } from "./socketDevice.ts";

let bench: RelayBench;
let url: string;
beforeEach(async () => {
  bench = await startBench();
  url = bench.relay.url;
});
afterEach(() => bench.tidyUp());

describe("claims", () => {
  it("the same id and secret get a facilitator's seat each time; another secret is refused with what to do (L5)", async () => {
    const [first, again] = [await claimSeat(url, "ada"), await claimSeat(url, "ada")];
    expect(again).toEqual({ ...first, token: again.token, expires: again.expires });
    expect(first).toMatchObject({ workshop: WORKSHOP, person: "ada", role: "facilitator", table: null });
    const refused = await postClaim(url, JSON.stringify({ id: WORKSHOP, secret: `${SECRET}-not` }));
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: expect.stringContaining("laptop that made it") },
    ]);
  });

  it.each([
    ["no JSON", "{", 400],
    ["a short id", JSON.stringify({ id: "x", secret: SECRET }), 400],
    ["signs that are not allowed", JSON.stringify({ id: "workshop#0123456789", secret: SECRET }), 400],
    ["a book", "x".repeat(100_000), 413],
  ])("%s is refused with a sentence", async (_name, body, status) => {
    const response = await postClaim(url, body);
    expect([response.status, await response.json()]).toEqual([status, { error: expect.any(String) }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("the door of a room", () => {
  it("selects sameside.1 itself, and nothing for a client that offers nothing", async () => {
    const { token } = await claim(url);
    const address = `${url.replace("http", "ws")}/sync/${ROOM}`;
    const tokenFirst = new WebSocket(address, [token, SUBPROTOCOL]);
    await once(tokenFirst, "open");
    expect(tokenFirst.protocol).toBe(SUBPROTOCOL);
    const plain = new WebSocket(`${address}?token=${token}`);
    await once(plain, "open");
    expect(plain.protocol).toBe("");
    tokenFirst.terminate();
    plain.terminate();
  });

  it("says with a close code why somebody may not enter", async () => {
    expect(await closeCode(openSocket(url, "any-token"))).toBe(CLOSE.unknownWorkshop.code);
    const { token } = await claim(url);
    expect(await closeCode(openSocket(url, "any-token"))).toBe(CLOSE.badToken.code);
    expect(await closeCode(openSocket(url, token, "board"))).toBe(CLOSE.badRoom.code);
    expect(await closeCode(openSocket(url, token, `${WORKSHOP}.board.%00`))).toBe(CLOSE.badRoom.code);
    const other = "another-workshop-01";
    await postClaim(url, JSON.stringify({ id: other, secret: SECRET }));
    expect(await closeCode(openSocket(url, token, `${other}.board.table1`))).toBe(CLOSE.badToken.code);
  });

  it("sends away who sends too large a message, too much, or text", async () => {
    const { token } = await claim(url);
    const large = openSocket(url, token);
    await once(large, "open");
    large.send(new Uint8Array(limits.MAX_MESSAGE_BYTES + 1));
    expect(await closeCode(large)).toBe(CLOSE.tooLarge.code);

    const much = openSocket(url, token);
    await once(much, "open");
    // A type of message that this relay does not know: each is let pass.
    for (let n = 0; n < 4; n += 1) much.send(new Uint8Array(5_000_000).fill(77));
    expect(await closeCode(much)).toBe(CLOSE.tooFast.code);

    const text = openSocket(url, token);
    await once(text, "open");
    text.send("hello");
    expect(await closeCode(text)).toBe(CLOSE.refusedUpdate.code);
  });

  it("outlives broken HTTP and broken WebSocket frames", async () => {
    const { token } = await claim(url);
    const { port } = bench.relay;
    for (const bytes of [
      "\0\u0001\u0002\r\n\r\n",
      "GET /sync/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      "GET http://[ HTTP/1.1\r\n\r\n",
    ]) {
      const raw = connect(port, "127.0.0.1");
      raw.on("error", () => undefined);
      raw.resume().end(bytes);
      await once(raw, "close");
    }
    const device = openSocket(url, token);
    await once(device, "open");
    const stream = (device as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket;
    stream.write(new Uint8Array([255, 255, 0, 1, 2, 3]));
    await closeCode(device);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("a device of sameside.1", () => {
  it("is greeted, confirmed, and keeps the room in step with others", async () => {
    const { token, readToken } = await claim(url);
    const ada = connectDevice(url, ROOM, token);
    const reader = connectDevice(url, ROOM, readToken);
    await Promise.all([
      ada.heard((message) => message.say === "rights" && message.right === "write"),
      reader.heard((message) => message.say === "rights" && message.right === "read"),
    ]);
    ada.doc.getMap("cards").set("a", 1);
    await Promise.all([
      ada.heard((message) => message.say === "stored" && message.frames === 2),
      documentHolds(reader.doc, () => reader.doc.getMap("cards").get("a") === 1),
    ]);
    reader.doc.getMap("cards").set("b", 1);
    await reader.heard((message) => message.say === "denied" && message.frame === 1);
    for (const { provider } of [ada, reader]) provider.destroy();
  });

  it("that stops reading is let go instead of filling the relay's memory", async () => {
    const { token } = await claim(url);
    const [ada, stalled] = [connectDevice(url, ROOM, token), openSocket(url, token)];
    await once(stalled, "open");
    await ada.heard((message) => message.say === "stored");
    const gone = closeCode(stalled);
    stalled.pause();
    const text = ada.doc.getMap("cards");
    for (let n = 1; n <= 15; n += 1) {
      text.set("a", "x".repeat(1_000_000) + n);
      await ada.heard((message) => message.say === "stored" && message.frames > n);
    }
    stalled.resume();
    expect(await gone).toBe(CLOSE.behind.code);
    ada.provider.destroy();
  });
});

describe("closing", () => {
  it("stores what has arrived, says later to everybody, and leaves a folder that opens again", async () => {
    const { token } = await claim(url);
    const ada = connectDevice(url, ROOM, token);
    await ada.heard((message) => message.say === "stored");
    const said = new Promise<number>((resolve) =>
      ada.provider.once("connection-close", (event) => resolve(event?.code ?? 0)),
    );
    for (let n = 0; n < 100; n += 1) ada.doc.getMap("cards").set(`c${n}`, n);
    await ada.heard((message) => message.say === "stored" && message.frames >= 2);
    await bench.relay.close();
    expect(await said).toBe(CLOSE.draining.code);
    const confirmed = ada.storedFrames() - 1;
    ada.provider.destroy();

    const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir: bench.dataDir });
    const fresh = connectDevice(relay.url, ROOM, token);
    await new Promise<void>((resolve) => fresh.provider.once("sync", () => resolve()));
    expect(Object.keys(fresh.doc.getMap("cards").toJSON()).length).toBeGreaterThanOrEqual(confirmed);
    fresh.provider.destroy();
    await relay.close();
  });

  it("closes while many edits, joins and a long log are under way, without a word of trouble", async () => {
    const { token } = await claim(url);
    const devices = Array.from({ length: 5 }, () => connectDevice(url, ROOM, token));
    for (let n = 0; n < 600; n += 1) devices[n % 5]?.doc.getMap("cards").set(`c${n % 9}`, n);
    await devices[0]?.heard((message) => message.say === "stored");
    for (const { provider } of devices.slice(0, 4)) provider.destroy();
    const late = connectDevice(url, ROOM, token);
    await bench.relay.close();
    for (const { provider } of [...devices, late]) provider.destroy();
    expect(bench.logged).toEqual([]);
  });

  it("a port that is taken is an error with its code, and the folder is free again", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "sameside-port-"));
    const options = { host: "127.0.0.1", dataDir };
    await expect(startRelay({ ...options, port: bench.relay.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await (await startRelay({ ...options, port: 0 })).close();
    await rm(dataDir, { recursive: true });
  });
});

describe("web requests", () => {
  it("health and addresses are JSON; a relay on loopback names no address for others", async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true, rooms: 0, node: process.version });
    expect(await (await fetch(`${url}/api/address`)).json()).toEqual({ urls: [] });
    expect((await fetch(`${url}/api/nothing`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: "DELETE" })).status).toBe(405);
  });

  it("serves the web app with types, caching and safety headers, and nothing beside it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sameside-web-"));
    const webDir = join(folder, "dist");
    await mkdir(join(webDir, "assets"), { recursive: true });
    await writeFile(join(folder, "secret.txt"), "secret");
    await writeFile(join(webDir, "index.html"), "<title>Sameside</title>");
    await writeFile(join(webDir, "assets", "app-1a2b.js"), "export {}");
    await symlink(join(folder, "secret.txt"), join(webDir, "link.txt"));
    const web = await startBench({ webDir });
    const get = (path: string, headers = {}) => fetch(`${web.relay.url}${path}`, { headers });

    const page = await get("/");
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await page.text()).toContain("Sameside");
    expect((await get("/", { "if-none-match": page.headers.get("etag") ?? "" })).status).toBe(304);
    expect(await (await get("/join/abc")).text()).toContain("Sameside");
    const script = await get("/assets/app-1a2b.js");
    expect(script.headers.get("content-type")).toContain("javascript");
    expect(script.headers.get("cache-control")).toContain("immutable");
    for (const path of [
      "/assets/gone.js",
      "/link.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/%00.txt",
      "/%E0%A4%A",
    ])
      expect((await get(path)).status, path).toBe(404);
    expect(await rawGet(web.relay.port, "/../secret.txt")).toContain("404");

    await web.tidyUp();
    await rm(folder, { recursive: true });
  });
});

/** As a client does that does not tidy its paths. */
async function rawGet(port: number, path: string): Promise<string> {
  const raw = connect(port, "127.0.0.1");
  raw.write(`GET ${path} HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n`);
  return Buffer.concat(await raw.toArray()).toString();
}
