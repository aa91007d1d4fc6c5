import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { claim, type RelayBench, ROOM, startBench } from "./relayBench.ts";
import { documentHolds } from "./socketDevice.ts";

let bench: RelayBench;
let providers: WebsocketProvider[];

beforeEach(async () => {
  bench = await startBench();
  providers = [];
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  await bench.tidyUp();
});

/** Nothing of ours: the provider as npm has it, and the token where any client can put it. */
function provide(token: string): { doc: Y.Doc; provider: WebsocketProvider } {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${bench.relay.url.replace("http", "ws")}/sync`, ROOM, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  providers.push(provider);
  return { doc, provider };
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.once("sync", () => resolve());
  });
}

it("two unmodified y-websocket providers edit one room, one of them offline for a while", async () => {
  const { token } = await claim(bench.relay.url);
  const [ada, ben] = [provide(token), provide(token)];
  await Promise.all([synced(ada.provider), synced(ben.provider)]);
  const adaCards = ada.doc.getMap<unknown>("cards");
  const benCards = ben.doc.getMap<unknown>("cards");
  adaCards.set("a", new Y.Map([["text", "waits on the phone"]]));
  await documentHolds(ben.doc, () => benCards.has("a"));

  ben.provider.disconnect();
  for (let n = 0; n < 20; n += 1) {
    (benCards.get("a") as Y.Map<unknown>).set("at", `ben ${n}`);
    (adaCards.get("a") as Y.Map<unknown>).set("at", `ada ${n}`);
    benCards.set(`ben${n}`, n);
    adaCards.set(`ada${n}`, n);
  }
  benCards.delete("ben3");
  ben.provider.connect();
  await Promise.all([
    documentHolds(ada.doc, () => adaCards.has("ben19") && !adaCards.has("ben3")),
    documentHolds(ben.doc, () => benCards.has("ada19")),
  ]);
  expect(adaCards.toJSON()).toEqual(benCards.toJSON());
  expect(Object.keys(adaCards.toJSON()).length).toBe(1 + 20 + 19);

  const fresh = provide(token);
  await synced(fresh.provider);
  expect(fresh.doc.getMap("cards").toJSON()).toEqual(adaCards.toJSON());
});

it("they see each other's presence come and go", async () => {
  const { token } = await claim(bench.relay.url);
  const [ada, ben] = [provide(token), provide(token)];
  await Promise.all([synced(ada.provider), synced(ben.provider)]);
  ada.provider.awareness.setLocalState({ name: "ada" });
  await presenceHolds(ben.provider, (states) => states.get(ada.doc.clientID)?.["name"] === "ada");
  ada.provider.disconnect();
  await presenceHolds(ben.provider, (states) => !states.has(ada.doc.clientID));
});

it("one without a valid token is told so for good, and one that may only read gets everything", async () => {
  const { token, readToken } = await claim(bench.relay.url);
  const ada = provide(token);
  ada.doc.getMap("cards").set("a", 1);
  await synced(ada.provider);
  const stranger = provide("no-token-at-all");
  const code = await new Promise((resolve) => stranger.provider.once("closed", ({ code }) => resolve(code)));
  expect(code).toBe(4401);

  const reader = provide(readToken);
  await documentHolds(reader.doc, () => reader.doc.getMap("cards").has("a"));
  reader.doc.getMap("cards").set("b", 1);
  ada.doc.getMap("cards").set("c", 1);
  await documentHolds(reader.doc, () => reader.doc.getMap("cards").has("c"));
  expect(ada.doc.getMap("cards").has("b")).toBe(false);
});

function presenceHolds(
  { awareness }: WebsocketProvider,
  holds: (states: Map<number, Record<string, unknown>>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(awareness.getStates())) return;
      awareness.off("change", look);
      resolve();
    };
    awareness.on("change", look);
    look();
  });
}
