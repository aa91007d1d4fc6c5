/** What the tabs of one device that have the same room open say to each other. Nothing of it leaves the browser. */
import type { AnswerRow, FromRelay } from "@sameside/protocol";
import type { ConfirmedEdits } from "./deviceEdits.ts";
import type { StoredEdits } from "./diskSide.ts";
import type { Link } from "./link.ts";
import type { ReplicaStatus } from "./status.ts";

/** What the leading tab knows of the connection that it holds for all. */
export type SharedWire = Pick<ReplicaStatus, "wire" | "right" | "refusal">;

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
  | { readonly say: "answersPut"; readonly rows: readonly AnswerRow[] }
  | { readonly say: "fromRelay"; readonly message: FromRelay }
  /** The workshop was brought to a relay in this tab. */
  | { readonly say: "link"; readonly link: Link }
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
  post(message: TabMessage): void;
  /** The link whose right this tab speaks with. */
  speakFor(link: Link | undefined): void;
  close(): void;
}

/** Tabs of another form of these messages are left alone. */
const FORM = 1;

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
 * Speaks over a room's channel; `hear` gets what other tabs say, with who says it. A tab that came with another link has
 * another right: what it says is not for this one. A tab without any link belongs to who made the workshop.
 */
export function openTabChannel(
  post: TabPost,
  tab: string,
  hear: (message: TabMessage, from: string) => void,
): TabChannel {
  let own = "";
  let closed = false;
  post.addEventListener("message", ({ data }) => {
    if (closed || !isEnvelope(data) || data.from === tab) return;
    if (data.link === own || data.link === "" || data.message.say === "link") hear(data.message, data.from);
  });
  return {
    post(message) {
      if (closed) return;
      const envelope: Envelope = { form: FORM, from: tab, link: own, message };
      post.postMessage(envelope);
    },
    speakFor(link) {
      own = link ? `${link.url} ${link.token}` : "";
    },
    close() {
      closed = true;
      post.close();
    },
  };
}

function isEnvelope(data: unknown): data is Envelope {
  return typeof data === "object" && data !== null && "form" in data && data.form === FORM;
}
