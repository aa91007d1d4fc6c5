/** A device on a real socket: a document with an unmodified y-websocket provider that also hears `sameside.1`. */
import { type FromRelay, FromRelaySchema, MESSAGE_SAMESIDE, readMessage, SUBPROTOCOL } from "@sameside/protocol";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface SocketDevice {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Sync frames the relay called stored. */
  storedFrames(): number;
  /** Resolves when the relay has said something that `isIt`. */
  heard(isIt: (message: FromRelay) => boolean): Promise<void>;
}

export function connectDevice(url: string, room: string, token: string, doc = new Y.Doc()): SocketDevice {
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync`, room, doc, {
    connect: false,
    disableBc: true,
    protocols: [SUBPROTOCOL, token],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const messages: FromRelay[] = [];
  const waiting = new Set<() => void>();
  provider.messageHandlers[MESSAGE_SAMESIDE] = (_encoder, decoder) => {
    const message = readMessage(decoder, FromRelaySchema);
    if (message) messages.push(message);
    for (const look of waiting) look();
  };
  provider.connect();
  return {
    doc,
    provider,
    storedFrames: () => Math.max(0, ...messages.map((message) => (message.say === "stored" ? message.frames : 0))),
    heard: (isIt) =>
      new Promise((resolve) => {
        const look = () => {
          if (!messages.some(isIt)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Resolves when `holds` does; looked at again with every change of the document. */
export function documentHolds(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      doc.off("update", look);
      resolve();
    };
    doc.on("update", look);
    look();
  });
}
