/**
 * The pictures and sounds of one workshop on this device: kept here first, brought to the relay when they may be, and
 * fetched from it when they are shown.
 */
import { mediaTypeOf } from "@sameside/protocol";
import { openChangeSignal } from "../changeSignal.ts";
import { RelayError } from "../device/relayApi.ts";
import { type BlobRow, deviceFactory } from "../disk/database.ts";
import {
  AttachmentError,
  type AttachmentPlace,
  attachmentHash,
  checkSize,
  type FetchedAttachment,
  fetchAttachment,
  takeOutAttachment,
  uploadAttachment,
} from "./attachments.ts";
import { openFileDisk } from "./fileDisk.ts";
import { openRounds } from "./rounds.ts";

/**
 * `asked`: somebody who is in it has not agreed yet, so it stays on this device. `waiting`: on its way to the relay.
 * `refused`: the relay never takes it.
 */
export type FileWhere = "asked" | "waiting" | "shared" | "refused";

export type FileState =
  /**
   * `unknown`: nobody has asked for it here. `missing`: it is not at the relay either, and comes by itself when it is.
   * `takenOut`: it is kept nowhere any more.
   */
  | { readonly is: "unknown" | "coming" | "missing" | "takenOut" }
  /** `why`: what the relay said, when it was refused. `pictured`: who is in it, as was said on this device. */
  | {
      readonly is: "here";
      readonly type: string;
      readonly where: FileWhere;
      readonly why?: string;
      readonly pictured?: readonly string[];
    };

/** What the people who are in files have said, wherever that is kept. */
export interface FileConsents {
  /** Each of `pictured` has agreed. */
  mayShare(hash: string, pictured: readonly string[]): boolean;
  /** Somebody has taken it out, for good. */
  isTakenOut(hash: string): boolean;
  subscribe(listener: () => void): () => void;
}

export interface Files {
  /**
   * Keeps a picture or a sound; resolves with its hash once it is on this device's disk. `pictured`: who is in it.
   * Rejects with an `AttachmentError` whose message says what to do.
   */
  keep(bytes: Uint8Array<ArrayBuffer>, pictured?: readonly string[]): Promise<string>;
  /** The file is to be shown: it is looked for here, then at the relay, again and again until it is here. */
  show(hash: string): void;
  /** The same object until something changes. */
  state(hash: string): FileState;
  /** `undefined` when it is not on this device. */
  read(hash: string): Promise<FetchedAttachment | undefined>;
  /** Removes it here and, when there is a relay, there; it is not kept again. Rejects when the disk fails. */
  takeOut(hash: string): Promise<void>;
  /** A relay can be reached here, or none can. The same again tries at once what did not succeed. */
  connect(place: AttachmentPlace | undefined): void;
  subscribe(listener: () => void): () => void;
  /** Resolves when all that can be done at the moment was tried. */
  settled(): Promise<void>;
  /** What is on its way is not waited for; it is tried again at the next visit. */
  close(): void;
}

/** A row without its bytes. */
type KnownFile = Omit<BlobRow, "bytes">;

/** Statuses after which sending the same file again would be the same again. */
const FINAL = new Set([400, 403, 413, 415]);
const NOT_FOUND = 404;
const GONE = 410;

/** Opens a workshop's files; what waits from earlier visits goes out with the first connection. */
export function openFiles(
  workshop: string,
  consents: FileConsents,
  factory: IDBFactory | null = deviceFactory(),
): Files {
  const disk = openFileDisk(workshop, factory);
  const signal = openChangeSignal();
  const rounds = openRounds(workAll);
  const fileByHash = new Map<string, KnownFile>();
  const wanted = new Set<string>();
  const missing = new Set<string>();
  const stateByHash = new Map<string, FileState>();
  let place: AttachmentPlace | undefined;
  let underWay = new AbortController();
  let isClosed = false;
  const loaded = load();
  const stopConsents = consents.subscribe(() => {
    changed();
    rounds.soon();
  });
  rounds.soon();

  return {
    async keep(bytes, pictured = []) {
      checkSize(bytes);
      const type = mediaTypeOf(bytes);
      if (!type)
        throw new AttachmentError(
          "unknown-kind",
          "Only pictures (PNG, JPEG, GIF, WebP) and sounds (MP3, M4A, Ogg, WebM, WAV) can be added.",
        );
      const hash = attachmentHash(bytes);
      const row = await change(hash, (known) => {
        if (known?.takenOut) return undefined;
        const everybody = [...new Set([...(known?.pictured ?? []), ...pictured])];
        const waiting = known ? known.waiting : 1;
        return { workshop, hash, type, bytes, waiting, ...(everybody.length > 0 && { pictured: everybody }) };
      }).catch((cause: unknown) => {
        throw new AttachmentError(
          "not-stored",
          "This device could not store the file. Free some space, then try again.",
          {
            cause,
          },
        );
      });
      if (row?.takenOut)
        throw new AttachmentError("taken-out", "This file was taken out by somebody who is in it. Add another one.");
      rounds.soon();
      return hash;
    },
    show(hash) {
      if (wanted.has(hash)) return;
      wanted.add(hash);
      rounds.soon();
    },
    state(hash) {
      const known = stateByHash.get(hash) ?? stateOf(hash);
      stateByHash.set(hash, known);
      return known;
    },
    async read(hash) {
      const row = await disk.read(hash);
      return row && !row.takenOut ? { type: row.type, bytes: row.bytes } : undefined;
    },
    async takeOut(hash) {
      await change(hash, () => takenOutRow(hash, 1));
      rounds.soon();
    },
    connect(next) {
      // A network that has died tells nobody: what is under way over it would keep everything else waiting.
      if (next?.origin !== place?.origin || next?.token !== place?.token) underWay.abort();
      if (underWay.signal.aborted) underWay = new AbortController();
      place = next && { ...next, signal: underWay.signal };
      rounds.soon();
    },
    subscribe: signal.subscribe,
    async settled() {
      await loaded;
      await rounds.settled();
    },
    close() {
      isClosed = true;
      underWay.abort();
      stopConsents();
      rounds.close();
      void rounds.settled().then(disk.close);
    },
  };

  async function load(): Promise<void> {
    try {
      // One after the other, and without their bytes: all of them at once may be more than a phone can hold.
      for (const hash of await disk.hashes()) learn(hash, await disk.read(hash));
    } catch (error) {
      console.warn("The files kept on this device cannot be read", error);
    }
  }

  function learn(hash: string, row: BlobRow | undefined): void {
    if (!row) return;
    const { bytes: _, ...known } = row;
    fileByHash.set(hash, known);
    missing.delete(hash);
    changed();
  }

  async function change(hash: string, next: (row: BlobRow | undefined) => BlobRow | undefined) {
    const row = await disk.change(hash, next);
    learn(hash, row);
    return row;
  }

  function takenOutRow(hash: string, waiting: 0 | 1): BlobRow {
    return { workshop, hash, type: "", bytes: new Uint8Array(), waiting, takenOut: 1 };
  }

  function changed(): void {
    stateByHash.clear();
    signal.fire();
  }

  function stateOf(hash: string): FileState {
    const file = fileByHash.get(hash);
    if (file?.takenOut || consents.isTakenOut(hash)) return { is: "takenOut" };
    if (!file) return { is: missing.has(hash) ? "missing" : wanted.has(hash) ? "coming" : "unknown" };
    const { type, pictured, refused, waiting } = file;
    const here = { is: "here", type, ...(pictured && { pictured }) } as const;
    if (refused !== undefined) return { ...here, where: "refused", why: refused };
    return { ...here, where: waiting === 0 ? "shared" : isShared(file) ? "waiting" : "asked" };
  }

  function isShared({ hash, pictured }: KnownFile): boolean {
    return pictured === undefined || consents.mayShare(hash, pictured);
  }

  /** One round over everything; answers whether all of it is done. */
  async function workAll(): Promise<boolean> {
    await loaded;
    let isDone = true;
    for (const hash of new Set([...fileByHash.keys(), ...wanted])) {
      if (isClosed) return true;
      try {
        if (!(await work(hash))) isDone = false;
      } catch (error) {
        isDone = false;
        if (!(error instanceof RelayError)) console.warn("A file is tried again later", error);
        // The others would fare no better.
        else if (error.problem !== "refused") return false;
      }
    }
    return isDone;
  }

  /** Does what is due of one file; answers whether that is all. */
  async function work(hash: string): Promise<boolean> {
    const file = fileByHash.get(hash) ?? (await recall(hash));
    if (file && !file.takenOut && consents.isTakenOut(hash)) {
      await change(hash, () => takenOutRow(hash, 0));
      return true;
    }
    // With the next connection it goes on.
    if (place === undefined) return true;
    if (!file) return consents.isTakenOut(hash) || fetch(place, hash);
    if (file.waiting === 0 || file.refused !== undefined) return true;
    if (file.takenOut) {
      await takeOutAttachment(place, hash);
      if (isClosed) return true;
      await change(hash, (row) => row && { ...row, waiting: 0 });
      return true;
    }
    return !isShared(file) || send(place, hash);
  }

  /** Another tab may have kept it. */
  async function recall(hash: string): Promise<KnownFile | undefined> {
    learn(hash, await disk.read(hash));
    return fileByHash.get(hash);
  }

  async function send(to: AttachmentPlace, hash: string): Promise<boolean> {
    const row = await disk.read(hash);
    if (!row || row.takenOut) return true;
    const outcome = await uploadAttachment(to, row.bytes).then(() => undefined, refusalIn);
    // The workshop may have been forgotten since: nothing of it is written any more.
    if (isClosed) return true;
    if (outcome?.status === GONE) await change(hash, () => takenOutRow(hash, 0));
    else
      await change(hash, (now) => {
        if (!now || now.takenOut) return undefined;
        return outcome ? { ...now, refused: outcome.message } : { ...now, waiting: 0 };
      });
    return true;
  }

  async function fetch(from: AttachmentPlace, hash: string): Promise<boolean> {
    try {
      const { type, bytes } = await fetchAttachment(from, hash);
      if (isClosed) return true;
      await change(hash, (row) => row ?? { workshop, hash, type, bytes, waiting: 0 });
      return true;
    } catch (error) {
      const status = error instanceof RelayError ? error.status : undefined;
      if (status === GONE) await change(hash, () => takenOutRow(hash, 0));
      if (status === GONE) return true;
      if (status !== NOT_FOUND && !(error instanceof AttachmentError)) throw error;
      if (!missing.has(hash)) {
        missing.add(hash);
        changed();
      }
      return false;
    }
  }
}

/** A refusal that will not change; anything else is thrown on, to be tried again. */
function refusalIn(error: unknown): RelayError {
  const isFinal = error instanceof RelayError && (FINAL.has(error.status ?? 0) || error.status === GONE);
  if (!isFinal) throw error;
  return error;
}
