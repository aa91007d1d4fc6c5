/** A bare socket of `sameside.1` that says what it is told to and keeps all it hears: for what no honest device does. */
import {
  encodeMessage,
  type FromDevice,
  type FromRelay,
  FromRelaySchema,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  SUBPROTOCOL,
  SYNC_STEP_1,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";

type Heard = FromRelay | { readonly say: "asked" };

export interface RawClient {
  /** Everything heard so far; `asked` stands for a sync step 1. */
  readonly heard: readonly Heard[];
  /** The first of what was heard from message `from` on that `isIt`; rejects when the connection ends before. */
  next<T extends Heard["say"]>(say: T, from?: number): Promise<Extract<Heard, { say: T }>>;
  say(message: FromDevice): void;
  /** Sends an edit of its own: what `make` does to its document, or something small. */
  edit(make?: (doc: Y.Doc) => void): void;
  /** The close code, when it is over. */
  readonly closed: Promise<number>;
  /** The code and the sentence, when it is over. */
  readonly goodbye: Promise<{ readonly code: number; readonly reason: string }>;
  end(): void;
}

export function openRaw(url: string, room: string, token: string): RawClient {
  const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${room}`, [SUBPROTOCOL, token]);
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const each of waiting) each();
  };
  let code: number | undefined;
  socket.on("error", () => undefined);
  socket.on("message", (data: Buffer) => {
    const message = read(new Uint8Array(data));
    if (message) heard.push(message);
    look();
  });
  const goodbye = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once("close", (how, reason) => {
      code = how;
      resolve({ code: how, reason: reason.toString() });
      look();
    });
  });
  const closed = goodbye.then((how) => how.code);
  const doc = new Y.Doc();
  return {
    heard,
    closed,
    goodbye,
    next: <T extends Heard["say"]>(say: T, from = 0) =>
      new Promise<Extract<Heard, { say: T }>>((resolve, reject) => {
        const search = () => {
          const found = heard.slice(from).find((message) => message.say === say);
          if (!found && code === undefined) return;
          waiting.delete(search);
          if (found) resolve(found as Extract<Heard, { say: T }>);
          else reject(new Error(`The connection ended with ${code} before it was told ${say}.`));
        };
        waiting.add(search);
        search();
      }),
    say: (message) => socket.send(encodeMessage(message)),
    edit(make = () => doc.getMap("cards").set("a", doc.clientID)) {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => make(doc));
      socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
    },
    end: () => socket.terminate(),
  };
}

function read(frame: Uint8Array): Heard | undefined {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SAMESIDE) return readMessage(decoder, FromRelaySchema);
  return type === MESSAGE_SYNC && decoding.readVarUint(decoder) === SYNC_STEP_1 ? { say: "asked" } : undefined;
}

function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, SYNC_UPDATE);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
