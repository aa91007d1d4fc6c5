import { once } from "node:events";
import { CLOSE, MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_UPDATE } from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { presenceFrameOf } from "./roomDevice.ts";
import { documentHolds } from "./socketDevice.ts";
import { openSocketRoom, ROOM, type SocketRoom } from "./socketRoom.ts";

const MEGABYTE = 1_000_000;

let server: SocketRoom;
let providers: WebsocketProvider[];

beforeEach(async () => {
  server = await openSocketRoom();
  providers = [];
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  await server.close();
});

/** The provider as npm has it. */
async function provide(doc = new Y.Doc()): Promise<{ doc: Y.Doc; provider: WebsocketProvider }> {
  const provider = new WebsocketProvider(server.url, ROOM, doc, {
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  providers.push(provider);
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  return { doc, provider };
}

async function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url}/${ROOM}`);
  socket.binaryType = "nodebuffer";
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}

describe("frames on a socket", () => {
  it("hold one message each, whatever left together, and keep their order", async () => {
    const listener = await openSocket();
    const frames: Buffer[] = [];
    listener.on("message", (frame: Buffer) => frames.push(frame));
    const [ada, ben] = [await provide(), await provide()];
    const cards = ada.doc.getMap("cards");
    for (let n = 0; n < 300; n += 1) {
      cards.set("a", n);
      ada.provider.awareness.setLocalState({ cursor: { n } });
      // Messages of more than one, and of more than two bytes of length.
      if (n === 100) cards.set("long", "x".repeat(300));
      if (n === 200) cards.set("longer", "x".repeat(70_000));
    }
    cards.set("done", true);
    await documentHolds(ben.doc, () => ben.doc.getMap("cards").get("done") === true);
    expect(ben.doc.getMap("cards").toJSON()).toEqual(cards.toJSON());
    expect(ben.doc.store.pendingStructs).toBeNull();

    const heard = new Y.Doc();
    while (!heard.getMap("cards").get("done")) {
      for (const frame of frames.splice(0)) take(frame, heard);
      if (!heard.getMap("cards").get("done")) await once(listener, "message");
    }
    expect(heard.getMap("cards").toJSON()).toEqual(cards.toJSON());
    listener.terminate();
  });

  it("of presence reach an unmodified provider while edits come", async () => {
    const [ada, ben] = [await provide(), await provide()];
    ada.provider.awareness.setLocalState({ cursor: null });
    for (let n = 0; n < 50; n += 1) {
      ada.doc.getMap("cards").set("a", n);
      ada.provider.awareness.setLocalState({ cursor: { n } });
    }
    const seen = () =>
      ben.provider.awareness.getStates().get(ada.doc.clientID)?.["cursor"] as { n: number } | undefined;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (seen()?.n === 49) resolve();
      };
      ben.provider.awareness.on("change", look);
      look();
    });
  });
});

describe("a device that does not read", () => {
  it("is let go before much waits for it, and has everything after it came back", async () => {
    const ada = await provide();
    const stalled = await openSocket();
    const gone = once(stalled, "close") as Promise<[number]>;
    stalled.pause();
    const cards = ada.doc.getMap("cards");
    const echoed = countEchoes(ada.provider);
    for (let n = 0; n < 15; n += 1) {
      cards.set("a", `${n}${"x".repeat(MEGABYTE)}`);
      await echoed(n + 1);
    }
    stalled.resume();
    expect((await gone)[0]).toBe(CLOSE.behind.code);
    const back = await provide();
    expect(back.doc.getMap("cards").toJSON()).toEqual(cards.toJSON());
  });

  it("gets one answer at a time, however often it asks for history", async () => {
    const ada = await provide();
    ada.doc.getMap("cards").set("a", "x".repeat(6 * MEGABYTE));
    await countEchoes(ada.provider)(1);
    const greedy = await openSocket();
    greedy.pause();
    const question = new Uint8Array([MESSAGE_SYNC, 0, 1, 0]);
    for (let n = 0; n < 40; n += 1) greedy.send(question);
    // Its presence comes after all its questions: when others hear it, the relay has taken them.
    greedy.send(presenceFrameOf([{ clientId: 4711, clock: 1, state: "{}" }]));
    await presenceHolds(ada.provider, 4711);
    let bytes = 0;
    greedy.on("message", (frame: Buffer) => {
      bytes += frame.length;
    });
    greedy.resume();
    greedy.ping();
    await once(greedy, "pong");
    expect(bytes).toBeGreaterThan(6 * MEGABYTE);
    expect(bytes).toBeLessThan(20 * MEGABYTE);
    greedy.terminate();
  });

  it("is given the time that much history takes, and is taken for dead without any", async () => {
    const ada = await provide();
    ada.doc.getMap("cards").set("a", "x".repeat(6 * MEGABYTE));
    await countEchoes(ada.provider)(1);
    const [slow, dead] = [await openSocket(), await openSocket()];
    const cut = once(dead, "close");
    slow.pause();
    dead.pause();
    slow.send(new Uint8Array([MESSAGE_SYNC, 0, 1, 0]));
    slow.send(presenceFrameOf([{ clientId: 4711, clock: 1, state: "{}" }]));
    await presenceHolds(ada.provider, 4711);
    ada.provider.destroy();
    for (let check = 0; check < 4; check += 1) server.checkAlive();
    dead.resume();
    await cut;
    let bytes = 0;
    slow.on("message", (frame: Buffer) => {
      bytes += frame.length;
    });
    slow.resume();
    slow.ping();
    await once(slow, "pong");
    expect(bytes).toBeGreaterThan(6 * MEGABYTE);
    slow.terminate();
  });
});

/** Reads one frame; fails when there is anything behind the message. */
function take(frame: Buffer, doc: Y.Doc): void {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SYNC) {
    const kind = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (kind === SYNC_UPDATE) Y.applyUpdate(doc, payload);
  } else {
    expect(type).toBe(MESSAGE_AWARENESS);
    decoding.readVarUint8Array(decoder);
  }
  expect(decoding.hasContent(decoder)).toBe(false);
}

/** Resolves when so many of the provider's own edits have come back to it. */
function countEchoes(provider: WebsocketProvider): (count: number) => Promise<void> {
  const { ws } = provider;
  let echoes = 0;
  let look = (): void => undefined;
  ws?.addEventListener("message", ({ data }) => {
    const [type, kind] = new Uint8Array(data as ArrayBuffer);
    if (type === MESSAGE_SYNC && kind === SYNC_UPDATE) echoes += 1;
    look();
  });
  return (count) =>
    new Promise((resolve) => {
      look = () => {
        if (echoes >= count) resolve();
      };
      look();
    });
}

function presenceHolds({ awareness }: WebsocketProvider, client: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!awareness.getStates().has(client)) return;
      awareness.off("change", look);
      resolve();
    };
    awareness.on("change", look);
    look();
  });
}
