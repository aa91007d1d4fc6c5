/** What the tabs of one device that have the same room open say to each other. Nothing of it leaves the browser. */
import type { FromDevice, FromRelay } from "@sameside/protocol";
import type { ConfirmedEdits } from "../disk/deviceEdits.ts";
import type { StoredEdits } from "../disk/diskSide.ts";
import type { ReplicaStatus } from "../status.ts";
import type { Link } from "../wire/link.ts";

/** What the leading tab knows of the connection that it holds for all. */
export type SharedWire = Pick<ReplicaStatus, "wire" | "right" | "answered" | "refusal" | "seat" | "step">;

export type TabMessage =
  /** Who leads here? Also sent now and then, to hear whether the leader is still there. */
  | { readonly say: "who" }
  | { readonly say: "leading"; readonly wire: SharedWire; readonly confirmed: ConfirmedEdits }
  | { readonly say: "confirmed"; readonly confirmed: ConfirmedEdits }
  /** On this device's disk, and to be shown. */
  | { readonly say: "edits"; readonly edits: readonly StoredEdits[] }
  /** `client` is the one that speaks; `bytes` may be of others, too. */
  | { readonly say: "presence"; readonly bytes: Uint8Array; readonly client: number }
  /** The connection is new, and knows nobody: everybody says again that they are here. */
  | { readonly say: "renew" }
  /** For the leader to send on. */
  | { readonly say: "toRelay"; readonly message: FromDevice }
  | { readonly say: "fromRelay"; readonly message: FromRelay }
  /** The workshop was brought to a relay in this tab, or this person's seat there has a new token, or is a new one. */
  | { readonly say: "link"; readonly link: Link; readonly isFirst: boolean }
  /** The relay has not taken own edits: every tab sets them aside. */
  | { readonly say: "refused" }
  /** Somebody wants the leader to try a connection again that was refused. */
  | { readonly say: "tryAgain" }
  /** The disk does not take what this tab has, so it cannot lead. */
  | { readonly say: "unfit" }
  | { readonly say: "bye" };

/** The part of `BroadcastChannel` that is used. */
export interface TabPost {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

export interface TabChannel {
  /** `hear` gets what other tabs say, with who says it; first what was said until here. */
  listen(hear: (message: TabMessage, from: string) => void): void;
  post(message: TabMessage): void;
  /** The link whose seat this tab speaks with. */
  speakFor(link: Link | undefined): void;
  close(): void;
}

/** Tabs of another form of these messages are left alone. */
const FORM = 2;

interface Envelope {
  readonly form: typeof FORM;
  readonly from: string;
  readonly link: string;
  readonly message: TabMessage;
}

/** The browser's own channel of a room; `undefined` where there is none. Only pages of this origin are on it. */
export function roomChannel(room: string): TabPost | undefined {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return undefined;
  return new BroadcastChannel(`sameside/${room}`);
}

/** Keeps what comes over a channel until somebody listens. */
export function holdTabPost(post: TabPost | undefined): TabPost | undefined {
  if (!post) return undefined;
  const held: { readonly data: unknown }[] = [];
  let hear: ((event: { readonly data: unknown }) => void) | undefined;
  post.addEventListener("message", (event) => {
    if (hear) hear(event);
    else held.push(event);
  });
  return {
    postMessage: (message) => post.postMessage(message),
    addEventListener(_type, listener) {
      hear = listener;
      for (const event of held.splice(0)) listener(event);
    },
    close: () => post.close(),
  };
}

/**
 * Speaks over a room's channel. A tab that came with another seat has another right: what it says is not for this one.
 * A tab without any link belongs to who made the workshop. A new link is for those who went with the one before, or had
 * none.
 */
export function openTabChannel(post: TabPost, tab: string, link: Link | undefined): TabChannel {
  let own = nameOf(link);
  let closed = false;
  const isForThis = (envelope: Envelope) => {
    if (envelope.link === own) return true;
    return envelope.message.say === "link" ? own === "" : envelope.link === "";
  };
  return {
    listen(hear) {
      post.addEventListener("message", ({ data }) => {
        if (closed || !isEnvelope(data) || data.from === tab) return;
        if (isForThis(data)) hear(data.message, data.from);
      });
    },
    post(message) {
      if (closed) return;
      const envelope: Envelope = { form: FORM, from: tab, link: own, message };
      post.postMessage(envelope);
    },
    speakFor(next) {
      own = nameOf(next);
    },
    close() {
      closed = true;
      post.close();
    },
  };
}

function nameOf(link: Link | undefined): string {
  return link ? `${link.url} ${link.person ?? link.token}` : "";
}

function isEnvelope(data: unknown): data is Envelope {
  return typeof data === "object" && data !== null && "form" in data && data.form === FORM;
}
