/** A relay whose every word the test says itself: for orders of events that the real one cannot be brought to on purpose. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  encodeMessage,
  type FromDevice,
  FromDeviceSchema,
  type FromRelay,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  SUBPROTOCOL,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import type { Link } from "@sameside/replica";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";

type Heard =
  | { readonly kind: "step1" | "step2" | "update"; readonly bytes: Uint8Array }
  | { readonly kind: "sameside"; readonly message: FromDevice };

export interface Visit {
  readonly protocols: string;
  /** The next frame the device sent, presence left out. */
  next(): Promise<Heard>;
  say(message: FromRelay): void;
  /** Asks for everything `doc` lacks. */
  ask(doc: Y.Doc): void;
  /** Sends everything in `doc`, as the answer to a step 1. */
  answer(doc: Y.Doc): void;
  /** Passes on what others did, as an update. */
  update(update: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Cuts the connection without a word. */
  cut(): void;
}

export interface ScriptedRelay {
  readonly link: Link;
  /** The next connection. */
  visit(): Promise<Visit>;
  close(): Promise<void>;
}

export async function startScriptedRelay(): Promise<ScriptedRelay> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL });
  const visits = openLine<Visit>();
  sockets.on("connection", (socket, request) =>
    visits.put(visitOf(socket, request.headers["sec-websocket-protocol"] ?? "")),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    link: { url: `ws://127.0.0.1:${port}/sync`, token: "token" },
    visit: visits.take,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      await once(server, "close");
    },
  };
}

function visitOf(socket: WebSocket, protocols: string): Visit {
  const heard = openLine<Heard>();
  socket.on("message", (data: Buffer) => {
    const frame = readFrame(new Uint8Array(data));
    if (frame) heard.put(frame);
  });
  return {
    protocols,
    next: heard.take,
    say: (message) => socket.send(encodeMessage(message)),
    ask: (doc) => socket.send(syncFrame(SYNC_STEP_1, Y.encodeStateVector(doc))),
    answer: (doc) => socket.send(syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(doc))),
    update: (update) => socket.send(syncFrame(SYNC_UPDATE, update)),
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };
}

function readFrame(frame: Uint8Array): Heard | undefined {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SAMESIDE) {
    const message = readMessage(decoder, FromDeviceSchema);
    return message && { kind: "sameside", message };
  }
  if (type !== MESSAGE_SYNC) return undefined;
  const kind = ({ [SYNC_STEP_1]: "step1", [SYNC_STEP_2]: "step2", [SYNC_UPDATE]: "update" } as const)[
    decoding.readVarUint(decoder)
  ];
  return kind && { kind, bytes: decoding.readVarUint8Array(decoder) };
}

function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

interface Line<T> {
  put(item: T): void;
  take(): Promise<T>;
}

function openLine<T>(): Line<T> {
  const items: T[] = [];
  const takers: ((item: T) => void)[] = [];
  return {
    put(item) {
      const taker = takers.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take() {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(item);
    },
  };
}
