/** Requests that never end (slowloris): they keep nobody else out, and the relay does not wait for them for ever. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimSeat, type RelayBench, ROOM, startBench } from "../relay/relayBench.ts";
import { isLongRun } from "./runLength.ts";
import { Typist } from "./typist.ts";

const OF_EACH_KIND = 100;
/** Longer than the relay's patience with any of them. */
const MAX_WAIT_MS = 90_000;

/** What is sent, and then nothing. */
const BEGINNINGS = {
  "a request line": "GET /healthz HTTP/1.1\r\nHost: relay\r\nX-Slow: ",
  "an upgrade": `GET /sync/${ROOM} HTTP/1.1\r\nHost: relay\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`,
  "a body": "POST /api/join HTTP/1.1\r\nHost: relay\r\nContent-Length: 4000\r\n\r\n{",
  nothing: "",
} as const;

let bench: RelayBench;
let sockets: Socket[];
beforeEach(async () => {
  bench = await startBench();
  sockets = Object.values(BEGINNINGS).flatMap((beginning) =>
    Array.from({ length: OF_EACH_KIND }, () => {
      const socket = connect(bench.relay.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.resume().write(beginning);
      return socket;
    }),
  );
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await bench.tidyUp();
});

it("hundreds of requests that do not end keep nobody from reading and writing", async () => {
  expect((await fetch(`${bench.relay.url}/healthz`)).status).toBe(200);
  const { token } = await claimSeat(bench.relay.url);
  const typist = new Typist({ room: ROOM, token, name: "honest" });
  void typist.connect(bench.relay.url);
  typist.edit();
  await typist.allStored();
  typist.drop();
});

if (isLongRun)
  it("requests that do not end are ended by the relay", { timeout: MAX_WAIT_MS }, async () => {
    await Promise.all(sockets.map((socket) => once(socket, "close")));
  });
