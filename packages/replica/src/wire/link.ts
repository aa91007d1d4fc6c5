/** The wire: one y-websocket connection to a room at the relay, with what Sameside adds to it. */
import {
  CLOSE,
  encodeMessage,
  type FromDevice,
  type FromRelay,
  FromRelaySchema,
  isFinalClose,
  MESSAGE_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  SUBPROTOCOL,
  SYNC_STEP_1,
  SYNC_STEP_2,
} from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";
import { onNetworkChange } from "../pageEvents.ts";
import { countingWebSocket, type FrameListener } from "./frameCounter.ts";
import type { Intake } from "./intake.ts";

/** Where a room's relay is, and the right to be there. */
export interface Link {
  /** `ws://host:port/sync` or `wss://…`, without the room. */
  readonly url: string;
  readonly token: string;
  /** Whose the token is. Tabs of one person share a connection, also when one of them has a newer token. */
  readonly person?: string;
}

/** Why a connection ended: a close code of the protocol, and a sentence for people. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export interface LinkListener {
  /** A connection was made or lost; it will be tried again by itself. */
  online(): void;
  /** The connection has held for a while: what closed the ones before it is over. */
  standing(): void;
  /** What the relay had when the connection was made is in the document. */
  caughtUp(): void;
  offline(closing: Closing | undefined): void;
  /** Trying again cannot help; nothing more happens until a new link is opened. */
  refused(closing: Closing): void;
  message(message: FromRelay): void;
  readonly frames: Pick<FrameListener, "opened" | "sent">;
}

export interface OpenLink {
  /** Sends to the relay when it is connected; else nothing happens. */
  send(message: FromDevice): void;
  /** The relay has stored something of this device: what closed earlier connections is over. */
  taken(): void;
  close(): void;
}

export interface LinkParts {
  readonly room: string;
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly intake: Intake;
}

const TOKEN = /^[A-Za-z0-9_-]+$/;
const LONGEST_BACKOFF_MS = 5_000;
/**
 * A connection that has held for so long counts as a good one (ms). A relay that can read its store and not write to it
 * answers everybody, then closes at the first change: an answer alone proves nothing.
 */
const STANDING_MS = 10_000;

export function sameLink(one: Link, other: Link): boolean {
  return one.url === other.url && one.token === other.token;
}

/** `true` when an update came over some link, not from this device. */
export function cameByLink(origin: unknown): boolean {
  return origin instanceof WebsocketProvider;
}

/** Connects, and again after every loss that is not final. The document must be loaded from disk before. */
export function openLink(parts: LinkParts, link: Link, listener: LinkListener): OpenLink {
  const { room, doc, awareness, intake } = parts;
  const mistake = mistakeIn(link);
  if (mistake) {
    listener.refused(mistake);
    return { send() {}, taken() {}, close() {} };
  }
  let ended = false;
  let heard = false;
  /** Connections that were lost since one was good for something. */
  let losses = 0;
  let untilStanding: ReturnType<typeof setTimeout> | undefined;
  const provider = new WebsocketProvider(link.url, room, doc, {
    awareness,
    connect: false,
    // Its BroadcastChannel would carry edits past the rights and past the log.
    disableBc: true,
    protocols: [SUBPROTOCOL, link.token],
    shouldReconnect: (event) => !isFinalClose(event.code),
    WebSocketPolyfill: countingWebSocket({ ...listener.frames, tooLarge: () => refuse(CLOSE.tooLarge) }),
  });
  answerSamesideMessages(provider, (message) => {
    hear();
    listener.message(message);
  });
  surviveBadPresence(provider);
  takeChangesInTurn(provider, intake);

  provider.on("sync", (synced) => {
    if (!synced) return;
    hear();
    if (!ended) listener.caughtUp();
  });
  provider.on("connection-close", (event) => {
    heard = false;
    clearTimeout(untilStanding);
    // The provider's own count begins again with every answer to its first question.
    provider.wsUnsuccessfulReconnects = losses;
    provider.maxBackoffTime = jitteredBackoff(losses);
    losses += 1;
    // A final close is told by "closed" right after.
    if (!ended && !(event && isFinalClose(event.code))) listener.offline(closingOf(event));
  });
  provider.on("closed", (closing) => {
    if (!ended) listener.refused({ code: closing.code, reason: closing.reason || reasonFor(closing.code) });
  });
  const stopWatchingNetwork = onNetworkChange(() => {
    if (!provider.shouldConnect) return;
    // A connection over a network that went away looks alive for half a minute. When the way is still there, as it is
    // to a relay on this very device, the new one is there at once.
    if (provider.wsconnected) provider.disconnect();
    provider.connect();
  });
  provider.connect();

  return {
    send(message) {
      if (provider.wsconnected) provider.ws?.send(encodeMessage(message));
    },
    taken() {
      losses = 0;
    },
    close() {
      ended = true;
      clearTimeout(untilStanding);
      stopWatchingNetwork();
      // Under another link they would be sent on as if they were this device's.
      intake.drop(provider);
      provider.destroy();
    },
  };

  /** A relay may accept a socket only to close it with its reason: online is said when it has said something else. */
  function hear(): void {
    if (heard || ended) return;
    heard = true;
    untilStanding = setTimeout(() => {
      losses = 0;
      listener.standing();
    }, STANDING_MS);
    listener.online();
  }

  function refuse(closing: Closing): void {
    if (ended) return;
    ended = true;
    // Not inside the send that found it: the provider is in the middle of using the socket.
    queueMicrotask(() => provider.disconnect());
    listener.refused(closing);
  }
}

function mistakeIn(link: Link): Closing | undefined {
  if (!/^wss?:\/\//.test(link.url) || !URL.canParse(link.url)) return CLOSE.badRoom;
  return TOKEN.test(link.token) ? undefined : CLOSE.badToken;
}

function answerSamesideMessages(provider: WebsocketProvider, hear: (message: FromRelay) => void): void {
  // The provider copies the module's list when it is made, so this is for this provider alone.
  provider.messageHandlers[MESSAGE_SAMESIDE] = (_answer, decoder) => {
    const message = readMessage(decoder, FromRelaySchema);
    if (message) hear(message);
  };
}

/** Presence of others that cannot be read is dropped; it must not end the connection's message loop. */
function surviveBadPresence(provider: WebsocketProvider): void {
  const read = provider.messageHandlers[MESSAGE_AWARENESS];
  if (!read) return;
  provider.messageHandlers[MESSAGE_AWARENESS] = (...message) => {
    try {
      read(...message);
    } catch (error) {
      console.warn("Presence that cannot be read was dropped", error);
    }
  };
}

/** The provider would apply a board of an offline day in one go, and nobody could type meanwhile. */
function takeChangesInTurn(provider: WebsocketProvider, intake: Intake): void {
  const answer = provider.messageHandlers[MESSAGE_SYNC];
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, of, mayEmit, type) => {
    const start = decoder.pos;
    const kind = decoding.readVarUint(decoder);
    if (kind === SYNC_STEP_1) {
      decoder.pos = start;
      answer?.(encoder, decoder, of, mayEmit, type);
      return;
    }
    intake.take(decoding.readVarUint8Array(decoder), provider, () => {
      if (kind === SYNC_STEP_2 && mayEmit && !provider.synced) provider.synced = true;
    });
  };
}

/** Jitter on the doubling wait: a room of laptops must not come back in lock-step after a relay's restart. */
function jitteredBackoff(failures: number): number {
  const longest = Math.min(2 ** (failures + 1) * 100, LONGEST_BACKOFF_MS);
  return longest * (0.5 + Math.random() / 2);
}

function closingOf(event: CloseEvent | null): Closing | undefined {
  if (!event) return undefined;
  const reason = event.reason || reasonFor(event.code);
  return reason ? { code: event.code, reason } : undefined;
}

function reasonFor(code: number): string {
  return Object.values(CLOSE).find((known) => known.code === code)?.reason ?? "";
}
