/** A document's way to the other tabs of this device: they show the same, and one of them holds the connection for all. */
import type { FromDevice, FromRelay } from "@sameside/protocol";
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";
import type { Answers } from "../answers/answers.ts";
import type { ConfirmedEdits, DeviceEdits } from "../disk/deviceEdits.ts";
import type { StoredEdits } from "../disk/diskSide.ts";
import type { EditSpan } from "../disk/editSpans.ts";
import { unpackUpdates } from "../disk/updatePack.ts";
import { onPageGone } from "../pageEvents.ts";
import type { ReplicaStatus, StatusBoard } from "../status.ts";
import type { Intake } from "../wire/intake.ts";
import { type Link, sameLink } from "../wire/link.ts";
import type { WireSide } from "../wire/wireSide.ts";
import { openLeadership } from "./leadership.ts";
import { openTabChannel, type SharedWire, type TabMessage, type TabPost } from "./tabChannel.ts";

/** Updates with this origin come from another tab, which has stored them. */
export const FROM_TAB = Symbol("from another tab");

export interface TabSide {
  connect(link: Link): void;
  disconnect(): void;
  /** Something has come to this device's disk from here: the other tabs show it. */
  stored(edits: readonly StoredEdits[]): void;
  /** What is known of the relay's disk has grown. */
  confirmed(): void;
  /** The relay has not taken own edits: the other tabs set them aside, too. */
  refused(): void;
  /** The relay said this to the tab that leads. */
  toldByRelay(message: FromRelay): void;
  /** Leads and follows no more; what is stored until `close` is still told. */
  stop(): void;
  close(): void;
}

export interface TabParts {
  /** This tab. */
  readonly tab: string;
  readonly post: TabPost;
  /** The one that `connect` will be called with first, if it is known already. */
  readonly link?: Link;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly intake: Intake;
  readonly edits: DeviceEdits;
  readonly status: StatusBoard;
  readonly answers: Answers | undefined;
  readonly wire: WireSide;
  /** The ledger has new confirmations, from another tab. */
  readonly confirmedElsewhere: () => void;
  /** Another tab has heard that own edits were not taken. */
  readonly refusedElsewhere: () => void;
  /** Reads the room from disk again: another tab has written something that it could not tell. */
  readonly readAgain: () => void;
}

/** Hears the other tabs from here on; connects nothing before `connect`. */
export function openTabSide(parts: TabParts): TabSide {
  const { tab, doc, awareness, intake, edits, status, answers, wire } = parts;
  const channel = openTabChannel(parts.post, tab, parts.link);
  const leadership = openLeadership({
    tab,
    ask: () => channel.post({ say: "who" }),
    lead: () => {
      // What a tab that has just ended could store but not tell any more.
      parts.readAgain();
      if (link) wire.connect(link);
      tellWire();
    },
    follow: () => wire.standBack(),
  });
  const clientByTab = new Map<string, number>();
  const greetedTabs = new Set<string>();
  let link: Link | undefined;
  let wasOnline = false;
  let clockOffset: number | undefined;
  const postToLeader = (message: FromDevice) => channel.post({ say: "toRelay", message });
  let told = "";
  let unfit = isUnfit();

  awareness.on("update", tellPresence);
  const stopWatchingStatus = status.subscribe(statusChanged);
  const stopWatchingPage = onPageGone({
    gone: leave,
    back() {
      if (link) leadership.seek();
    },
  });
  // Last: what was said while the disk was read is heard in this call.
  channel.listen(hear);
  tellOwnPresence();

  return {
    connect(next) {
      // Said as who this tab was until here: for those who go with it.
      if (!link || !sameLink(link, next)) channel.post({ say: "link", link: next, isFirst: !link });
      link = next;
      channel.speakFor(link);
      tellOwnPresence();
      if (unfit || leadership.isLeading()) wire.connect(link);
      else if (!leadership.isFollowing()) findLeader();
      else if (status.read().wire === "refused") channel.post({ say: "tryAgain" });
    },
    disconnect() {
      link = undefined;
      leadership.stop();
      channel.speakFor(undefined);
      wire.disconnect();
    },
    stored: (stored) => channel.post({ say: "edits", edits: stored }),
    confirmed: () => channel.post({ say: "confirmed", confirmed: edits.confirmed() }),
    refused: () => channel.post({ say: "refused" }),
    toldByRelay(message) {
      if (message.say === "hello") clockOffset = message.now - Date.now();
      // What the leader makes of these is told otherwise: confirmed edits, the right.
      if (message.say === "stored" || message.say === "denied" || message.say === "rights") return;
      channel.post({ say: "fromRelay", message });
    },
    stop: leadership.stop,
    close() {
      leave();
      stopWatchingStatus();
      stopWatchingPage();
      awareness.off("update", tellPresence);
      channel.close();
    },
  };

  function hear(message: TabMessage, from: string): void {
    switch (message.say) {
      case "who":
        greet(from);
        tellWire();
        break;
      case "leading":
        hearLeader(from, message.wire, message.confirmed);
        break;
      case "confirmed":
        takeConfirmed(message.confirmed);
        break;
      case "edits":
        takeEdits(message.edits);
        break;
      case "presence":
        clientByTab.set(from, message.client);
        applyAwarenessUpdate(awareness, message.bytes, FROM_TAB);
        break;
      case "renew":
        sayAgain();
        break;
      case "toRelay":
        if (leadership.isLeading()) wire.send(message.message);
        break;
      case "fromRelay":
        wire.heardElsewhere(message.message);
        break;
      case "link":
        // Those that have one have it from the same device, and maybe later.
        if (!message.isFirst || !link) takeLink(message.link);
        break;
      case "refused":
        parts.refusedElsewhere();
        break;
      case "tryAgain":
        if (link && leadership.isLeading()) wire.connect(link);
        break;
      case "unfit":
        leadership.gone(from);
        break;
      case "bye":
        hearBye(from);
        break;
    }
  }

  function hearLeader(from: string, shared: SharedWire, confirmed: ConfirmedEdits): void {
    if (isUnfit()) return;
    leadership.heardLeader(from);
    if (leadership.isLeading()) tellWire();
    else {
      takeConfirmed(confirmed);
      takeWire(shared);
    }
  }

  function takeLink(shared: Link): void {
    const isFirst = !link;
    link = shared;
    channel.speakFor(shared);
    if (unfit || leadership.isLeading()) wire.connect(shared);
    else if (isFirst) findLeader();
  }

  function findLeader(): void {
    // So that the screen does not say that there is no table while the tabs find each other.
    if (status.read().wire === "none" || status.read().wire === "refused") wire.standBack();
    leadership.seek();
  }

  function takeEdits(stored: readonly StoredEdits[]): void {
    for (const { span, packed } of stored) {
      const { updates } = unpackUpdates(packed);
      if (span) intake.inTurn(FROM_TAB, () => takeOwnEdits(span, updates));
      else for (const update of updates) intake.take(update, FROM_TAB);
    }
  }

  /** This device's: in one piece, since one number stands for all of them. */
  function takeOwnEdits(span: EditSpan, updates: readonly Uint8Array[]): void {
    // Counted before they are in the document: the frame that then goes out carries them.
    edits.heard([span]);
    // The relay's word for it may have come while it waited for its turn.
    edits.takeConfirmed({});
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, FROM_TAB);
    }, FROM_TAB);
    parts.confirmedElsewhere();
  }

  function takeConfirmed(confirmed: ConfirmedEdits): void {
    edits.takeConfirmed(confirmed);
    parts.confirmedElsewhere();
  }

  function takeWire(shared: SharedWire): void {
    if (leadership.isFollowing()) wire.mirror(shared, postToLeader);
  }

  function statusChanged(): void {
    const { wire: wireState } = status.read();
    const isOnline = wireState === "online";
    if (isOnline && !wasOnline && leadership.isLeading()) {
      channel.post({ say: "renew" });
      sayAgain();
    }
    wasOnline = isOnline;
    if (isUnfit() !== unfit) changeFitness();
    if (JSON.stringify(sharedWire(status.read())) !== told) tellWire();
  }

  /** What this tab cannot store it cannot hand on either: while that lasts it has a connection of its own. */
  function changeFitness(): void {
    unfit = isUnfit();
    if (!link) return;
    if (unfit) {
      channel.post({ say: "unfit" });
      if (leadership.isLeading()) return;
      leadership.stop();
      wire.connect(link);
    } else if (!leadership.isLeading()) {
      wire.standBack();
      leadership.seek();
    } else {
      told = "";
    }
  }

  function isUnfit(): boolean {
    return status.read().disk === "failed";
  }

  function tellWire(): void {
    if (!leadership.isLeading() || isUnfit()) return;
    const shared = sharedWire(status.read());
    told = JSON.stringify(shared);
    channel.post({ say: "leading", wire: shared, confirmed: edits.confirmed() });
  }

  /** With the next number, so that it is news, also where another connection said it before. */
  function sayAgain(): void {
    awareness.setLocalState(awareness.getLocalState());
  }

  function tellOwnPresence(): void {
    if (awareness.getLocalState()) postPresence([awareness.clientID]);
  }

  function tellPresence({ added, updated, removed }: PresenceChange, origin: unknown): void {
    const { clientID } = awareness;
    // Somebody thought that this tab was gone.
    if (origin === FROM_TAB && !removed.includes(clientID)) return;
    const changed = [...added, ...updated, ...removed];
    // A follower speaks for itself; the leader hands on what comes from the relay.
    const isLeader = leadership.isLeading() && origin !== FROM_TAB;
    postPresence(isLeader ? changed : changed.filter((client) => client === clientID));
    // A tab that ended without a word may have left something on the disk.
    if (origin === "timeout" && [...clientByTab.values()].some((client) => removed.includes(client))) parts.readAgain();
  }

  function postPresence(clients: number[]): void {
    if (clients.length === 0) return;
    const bytes = encodeAwarenessUpdate(awareness, clients);
    channel.post({ say: "presence", bytes, client: awareness.clientID });
  }

  /** A tab that has just come hears who is here, what time it is at the relay, and what came since it read the disk. */
  function greet(from: string): void {
    if (greetedTabs.has(from)) return;
    greetedTabs.add(from);
    postPresence(leadership.isLeading() ? [...awareness.getStates().keys()] : [awareness.clientID]);
    const { seat } = status.read();
    if (!leadership.isLeading() || clockOffset === undefined || !seat) return;
    channel.post({ say: "fromRelay", message: { say: "hello", now: Date.now() + clockOffset, ...seat } });
    for (const message of answers?.wire.told() ?? []) channel.post({ say: "fromRelay", message });
  }

  function hearBye(from: string): void {
    const client = clientByTab.get(from);
    clientByTab.delete(from);
    greetedTabs.delete(from);
    if (client !== undefined) removeAwarenessStates(awareness, [client], "gone");
    parts.readAgain();
    leadership.gone(from);
  }

  function leave(): void {
    leadership.stop();
    channel.post({ say: "bye" });
  }
}

interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

function sharedWire({ wire, right, answered, refusal, seat, step }: ReplicaStatus): SharedWire {
  return { wire, right, answered, ...(refusal && { refusal }), ...(seat && { seat }), ...(step && { step }) };
}
