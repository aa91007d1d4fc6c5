/** Threats of SECURITY.md that no other test meets: floods below the protocol, goodbyes nobody answers, words in the log. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { boardRoom, limits } from "@sameside/protocol";
import { openLog, withoutContent } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Typist } from "../faults/typist.ts";
import { OPCODES, upgradeRequest, webSocketFrame } from "../relayFuzz/webSocketBytes.ts";
import { call, claimSeat, openSocket, type RelayBench, ROOM, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const MEGABYTE = 1024 * 1024;
/** More than any number of messages, pings or pieces that an honest device has under way. */
const FLOOD_BYTES = 128 * MEGABYTE;
/** What all floods at once may cost the relay's memory, and the test's own, which runs in the same process. */
const MAX_GROWTH_BYTES = 400 * MEGABYTE;
const CONTROL_PAYLOAD = 125;
const NOTHING = Buffer.alloc(0);

let bench: RelayBench;
let token: string;
let sockets: Socket[];
beforeEach(async () => {
  bench = await startBench();
  token = (await claimSeat(bench.relay.url)).token;
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await bench.tidyUp();
});

function openTcp(): Socket {
  const socket = connect(bench.relay.port, "127.0.0.1").on("error", () => undefined);
  sockets.push(socket);
  return socket;
}

/** A WebSocket of which every byte is in the test's hands; resolves when the relay has upgraded it. */
async function upgraded(room = ROOM, by = token): Promise<Socket> {
  const socket = openTcp();
  socket.write(upgradeRequest(room, by));
  await once(socket, "data");
  return socket;
}

/** Writes the same bytes again and again, reads nothing, and then waits until the relay has ended the connection. */
async function flood(socket: Socket, bytes: Buffer): Promise<void> {
  const gone = new Promise<boolean>((resolve) => socket.once("close", () => resolve(true)));
  let isGone = false;
  for (let sent = 0; sent < FLOOD_BYTES && !isGone; sent += bytes.length) {
    if (!socket.write(bytes)) isGone = await Promise.race([gone, drained(socket)]);
    isGone ||= socket.destroyed;
  }
  socket.resume();
  await gone;
}

function drained(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => socket.once("drain", () => resolve(false)));
}

describe("a flood", () => {
  const ping = webSocketFrame(new Uint8Array(CONTROL_PAYLOAD), { opcode: OPCODES.ping });
  const repeated = (frame: Buffer): Buffer =>
    Buffer.concat(Array.from({ length: Math.ceil(MEGABYTE / frame.length) }, () => frame));

  const message = (...bytes: number[]): Buffer =>
    repeated(webSocketFrame(Uint8Array.from(bytes), { opcode: OPCODES.binary }));
  const piece = (opcode: number): Buffer => webSocketFrame(Uint8Array.of(77), { opcode, isLast: false });

  const FLOODS: readonly (readonly [kind: string, first: Buffer, bytes: Buffer])[] = [
    ["pings whose answers nobody reads", NOTHING, repeated(ping)],
    ["pieces of one message that never ends", piece(OPCODES.binary), repeated(piece(OPCODES.more))],
    ["tiny messages that say nothing", NOTHING, message(77)],
    ["questions for history whose answers nobody reads", NOTHING, message(0, 0, 1, 0)],
    ["questions who is here", NOTHING, message(3)],
  ];

  it(`of ${FLOODS.map(([kind]) => kind).join(", or of ")} ends the connection before it costs much, and nobody else notices`, async () => {
    const honest = new Typist({ room: ROOM, token, name: "honest" });
    void honest.connect(bench.relay.url);
    const before = process.memoryUsage.rss();
    honest.type();
    await Promise.all(
      FLOODS.map(async ([, first, bytes]) => {
        const socket = await upgraded();
        socket.pause();
        socket.write(first);
        await flood(socket, bytes);
      }),
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(MAX_GROWTH_BYTES);
    honest.pause();
    await honest.allStored();
    expect(honest.stored.length).toBeGreaterThan(0);
    honest.drop();
  });
});

describe("words in the log", () => {
  const EVIL = [
    '\r\n{"time":"now","level":"error","event":"stopped"}',
    "\u001b[2J\u001b[31mgone",
    "\u2028second line",
    "%s%njndi:ldap://x",
  ];

  it("make no line of their own and move no terminal, wherever they were sent", async () => {
    const lines: string[] = [];
    const log = openLog({ format: "json", write: (line) => lines.push(line) });
    const logging = await startBench({ log });
    const { url } = logging.relay;
    const seat = await claimSeat(url);
    const guest = await seatBy(url, seat.token, { role: "participant", table: "t1" });
    for (const evil of EVIL) {
      await call(url, "join", { body: { code: `no-code ${evil}`, name: evil } });
      await call(url, "changeSeat", {
        token: seat.token,
        params: { person: encodeURIComponent(evil) },
        body: { table: null },
      });
      await fetch(`${url}/api/${encodeURIComponent(evil)}`);
      await fetch(`${url}/sync/${encodeURIComponent(evil)}`, { headers: { authorization: `Bearer ${guest.token}` } });
      const socket = openSocket(url, guest.token, encodeURIComponent(evil));
      await once(socket, "close");
      const writer = openSocket(url, guest.token, boardRoom(WORKSHOP, "t1"));
      await once(writer, "open");
      writer.send(new TextEncoder().encode(`\u0000\u0002${String.fromCharCode(evil.length)}${evil}`));
      await once(writer, "close");
    }
    await logging.tidyUp();
    expect(lines.length).toBeGreaterThan(EVIL.length);
    for (const line of lines) {
      expect(Object.keys(JSON.parse(line) as object).slice(0, 3)).toEqual(["time", "level", "event"]);
      expect(line).not.toMatch(/\p{C}|jndi|gone|second line/u);
    }
  });

  it("of libraries lose what a terminal would obey", () => {
    expect(withoutContent("no such\u001b[2J\r\nfile\u2028here\u0007")).toBe("no such [2J file here ");
  });
});

it("people that are refused are let go though they never answer the goodbye", async () => {
  const ends = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const socket = await upgraded(ROOM, "a-token-that-is-none");
      socket.resume();
      return once(socket, "close");
    }),
  );
  expect(ends).toHaveLength(20);
  expect(limits.MAX_CONNECTIONS_PER_PERSON).toBeGreaterThan(ends.length);
});
