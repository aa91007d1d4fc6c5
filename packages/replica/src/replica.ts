/** This device's copy of one room: in memory, on disk, on the wire. One call hides all three, so nobody wires them wrongly. */
import { type Presence, parseRoom, type Step } from "@sameside/protocol";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Answers } from "./answers/answers.ts";
import { setAsideWaiting } from "./aside/setAside.ts";
import { newPersonId } from "./device/personId.ts";
import { deviceFactory } from "./disk/database.ts";
import { openDeviceEdits } from "./disk/deviceEdits.ts";
import { FROM_DISK, openDiskSide } from "./disk/diskSide.ts";
import { FOLD_AT_UPDATES } from "./disk/foldTimer.ts";
import { openRoomStore } from "./disk/store.ts";
import { openViewKeeper } from "./disk/viewKeeper.ts";
import { onPageHidden } from "./pageEvents.ts";
import { openStatusBoard, type ReplicaStatus } from "./status.ts";
import { holdTabPost, roomChannel, type TabPost } from "./tabs/tabChannel.ts";
import { FROM_TAB, openTabSide, type TabSide } from "./tabs/tabSide.ts";
import { openIntake } from "./wire/intake.ts";
import { openLedger } from "./wire/ledger.ts";
import { cameByLink, type Link } from "./wire/link.ts";
import { changeNumberOffline } from "./wire/ownNumber.ts";
import { openPresence, type RoomPresence } from "./wire/presence.ts";
import { openWireSide } from "./wire/wireSide.ts";

export interface ReplicaOptions<D, V> {
  /** `<workshop>.board.<group>`. */
  readonly room: string;
  /** Makes the document's own type of the bare document. */
  readonly asDocument: (doc: Y.Doc) => D;
  /** Reads the plain view that is kept for first paint, as JSON. */
  readonly project: (document: D) => V;
  readonly presence?: Presence;
  /** The workshop's answers go out and come in over this room's connection. */
  readonly answers?: Answers;
  /** Where to connect once the disk is read. */
  readonly open?: Link;
  /** Where the device keeps things; the browser's IndexedDB when absent, nowhere when `null`. */
  readonly factory?: IDBFactory | null;
  /** The way to the device's other tabs; the browser's own when absent (and `factory` is, too), none when `null`. */
  readonly tabs?: TabPost | null;
}

export interface Replica<D, V> {
  readonly room: string;
  readonly doc: D;
  /** The plain view as it would be stored now; for watching the document, open a reader on `doc`. */
  view(): V;
  readonly presence: RoomPresence;
  /** The same object until something changes. */
  status(): ReplicaStatus;
  subscribe(listener: () => void): () => void;
  /** Connects to a relay, instead of the one before; with the same link it tries again after a refusal. */
  connect(link: Link): void;
  disconnect(): void;
  /**
   * Takes the workshop on to another step, also from a tab whose connection another tab holds. Resolves when the relay
   * says that it holds; rejects without a connection, for who may not, and when another step was taken first.
   */
  setStep(next: Omit<Step, "n">): Promise<void>;
  /** A gesture has ended (a drop, a field that is left): what it wrote is made safe against a power cut soon. */
  endGesture(): void;
  /** Everything written so far is on this device's disk. Rejects when it cannot be stored; it stays queued and is tried again. */
  saved(): Promise<void>;
  /** Everything written so far is on this device's disk, and its log is folded, own changes that wait included. */
  folded(): Promise<void>;
  /**
   * Everything written so far is on the relay's disk. Waits while the relay is away; rejects when it cannot happen any
   * more by itself: no link, a final refusal, no right to write, `disconnect` or `close`.
   */
  delivered(): Promise<void>;
  /**
   * The right to write has gone with the way to the relay, so that it will not say of what waits what becomes of it: from
   * here on it counts as refused, in every tab. Nothing where nothing waits.
   */
  giveUpWaiting(): void;
  /**
   * When `status().refused`: closes, and moves the changes that the relay has not taken out of the room, to be found in
   * `openAside`. The room opened anew holds what the relay has, under another client id. Rejects while the disk takes
   * nothing; then the replica stays open as it is.
   */
  setAside(): Promise<void>;
  /**
   * Writes what is queued, and the view, then lets go. Rejects, after having let go, when edits are neither on disk nor
   * at the relay: look at `status().disk` before.
   */
  close(): Promise<void>;
}

function tabPostOf({ room, factory, tabs }: Pick<ReplicaOptions<never, never>, "room" | "factory" | "tabs">) {
  if (tabs !== undefined) return tabs ?? undefined;
  return factory === undefined ? roomChannel(room) : undefined;
}

/** Leaving with a log shorter than this saves nothing at the next visit: it is replayed in a few milliseconds. */
const COMPACT_ON_LEAVING_UPDATES = FOLD_AT_UPDATES / 10;

/**
 * Opens a room: reads it from disk, then connects. Works in memory only, and says so, when there is no disk.
 * Rejects when `room` names no room.
 */
export async function openReplica<D, V>(options: ReplicaOptions<D, V>): Promise<Replica<D, V>> {
  const { room } = options;
  if (!parseRoom(room)) throw new Error(`"${room}" names no room. A room is <workshop>.board.<group>.`);
  const doc = new Y.Doc();
  const tab = newPersonId();
  const ledger = openLedger();
  const edits = openDeviceEdits(tab, ledger);
  const status = openStatusBoard();
  const intake = openIntake(doc, (catchingUp) => status.update({ catchingUp }));
  const factory = options.factory === undefined ? deviceFactory() : options.factory;
  // Listened to before the disk is read: what another tab stores meanwhile is missed by neither.
  const post = holdTabPost(tabPostOf(options));
  let tabs: TabSide | undefined;
  const disk = openDiskSide({
    doc,
    ledger,
    edits,
    tab,
    openStore: (watcher) => openRoomStore(room, tab, factory, watcher),
    changed: showWork,
    stored: (stored) => tabs?.stored(stored),
  });
  const document = options.asDocument(doc);
  const view = openViewKeeper(() => disk.putView(options.project(document)));

  const known = await disk.load();
  // Not before: for one listener the whole room would be written out as an update. And before any link has its own, so
  // that an edit is numbered and queued before it is sent.
  doc.on("update", takeUpdate);
  // A tab that wrote on after the others had set theirs aside: its edits build on what is no longer here.
  if (disk.state().damaged === 0 && ledger.edits() > ledger.acked() && lacksSomething(doc))
    status.update({ refused: true });
  view.changed();
  const stopListening = onPageHidden(leavePage);

  const awareness = new Awareness(doc);
  const presence = openPresence(awareness);
  presence.set(options.presence ?? null);
  const stopWatchingNumber = changeNumberOffline(doc, awareness, status);
  const wire = openWireSide({
    room,
    doc,
    awareness,
    intake,
    ledger,
    status,
    answers: options.answers,
    knownRight: known.right,
    confirmed() {
      disk.confirm();
      tabs?.confirmed();
      showWork();
    },
    rightTold: disk.putRight,
    refused: refuse,
    heard: (message) => tabs?.toldByRelay(message),
  });
  tabs =
    post &&
    openTabSide({
      tab,
      post,
      doc,
      awareness,
      intake,
      edits,
      status,
      answers: options.answers,
      wire,
      ...(options.open && { link: options.open }),
      ...fromTabs(),
    });
  const way = tabs ?? wire;
  if (options.open) way.connect(options.open);

  let closed: Promise<void> | undefined;
  return {
    room,
    doc: document,
    view: () => options.project(document),
    presence,
    status: status.read,
    subscribe: status.subscribe,
    connect: way.connect,
    disconnect: way.disconnect,
    endGesture: disk.endGesture,
    saved: disk.flushedForPowerCut,
    async folded() {
      await disk.flushedForPowerCut();
      await disk.fold();
    },
    delivered: wire.delivered,
    setStep: wire.setStep,
    giveUpWaiting() {
      if (status.read().waiting > 0) refuse();
    },
    async setAside() {
      // Before anything is let go: what is not on disk cannot be set aside.
      await disk.flushedForPowerCut();
      await closeOnce();
      await setAsideWaiting(room, factory);
    },
    close: closeOnce,
  };

  function closeOnce(): Promise<void> {
    closed ??= close();
    return closed;
  }

  function refuse(): void {
    if (status.read().refused) return;
    status.update({ refused: true });
    tabs?.refused();
  }

  function takeUpdate(update: Uint8Array, origin: unknown): void {
    view.changed();
    // On disk already; another tab's edits are counted as they come.
    if (origin === FROM_DISK || origin === FROM_TAB) return;
    disk.write(update, !cameByLink(origin));
  }

  /** Once for the many edits of one gesture: to look costs as much as an edit. */
  function showWork(): void {
    status.updateSoon(work);
  }

  function work() {
    return { ...disk.state(), waiting: ledger.edits() - ledger.acked() };
  }

  function fromTabs() {
    return {
      confirmedElsewhere() {
        disk.confirm();
        wire.settle();
        showWork();
      },
      refusedElsewhere: () => status.update({ refused: true }),
      readAgain: disk.readAgain,
    };
  }

  /** The page may end right after: what is queued goes first, the rest only if there is time. */
  function leavePage(): void {
    disk.leave();
    view.storeNow();
    disk.compactFrom(COMPACT_ON_LEAVING_UPDATES);
  }

  async function close(): Promise<void> {
    stopListening();
    stopWatchingNumber();
    tabs?.stop();
    wire.close();
    intake.close();
    doc.off("update", takeUpdate);
    await disk.flushedForPowerCut().catch(() => {});
    // Not before: the other tabs then read what was written last.
    tabs?.close();
    disk.confirm();
    view.storeNow();
    view.close();
    disk.compactFrom(COMPACT_ON_LEAVING_UPDATES);
    await disk.close();
    const lost = disk.unsafe();
    awareness.destroy();
    doc.destroy();
    if (lost > 0) throw new Error(`${lost} changes could not be stored on this device before the board was closed.`);
  }
}

/** Some of what it holds builds on edits that it has not. */
function lacksSomething({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}
