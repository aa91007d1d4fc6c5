/**
 * A person's private notes. They are in a database of their own, and this folder meets nothing that speaks to anybody:
 * the walls forbid it. They leave the device only by their person's own hand.
 */
import { openChangeSignal } from "../changeSignal.ts";
import { openNotebookDisk } from "./notebookDisk.ts";

export interface Note {
  readonly id: string;
  readonly workshop: string;
  readonly text: string;
  /** The touchpoint it is about; absent when it is about none. */
  readonly place?: string;
  /** When it was written first, in milliseconds since 1970. */
  readonly time: number;
}
export type NewNote = Pick<Note, "workshop" | "text" | "place">;

/** All that reads or writes rejects when the device cannot: the message says what to do. */
export interface Notebook {
  /** The notes of a workshop, the one written last first. */
  of(workshop: string): Promise<readonly Note[]>;
  /** Every note on this device, for its person to take along. */
  all(): Promise<readonly Note[]>;
  /** Writes notes down, all or none; resolves when they would survive a power cut. */
  write(notes: readonly NewNote[]): Promise<readonly Note[]>;
  /** Puts a note in the place of the one with its id; one that was removed is there again. */
  put(note: Note): Promise<void>;
  remove(id: string): Promise<void>;
  /** The workshop leaves this device, and its notes with it. */
  forget(workshop: string): Promise<void>;
  /** Hears of each change, also of those made in another tab. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The browser's own IndexedDB when `factory` is absent, nothing when it is `null`. Opens with the first request. */
export function openNotebook(factory?: IDBFactory | null): Notebook {
  const disk = openNotebookDisk(factory);
  const signal = openChangeSignal();
  const channel = openChannel();
  channel?.addEventListener("message", signal.fire);
  return {
    async of(workshop) {
      return lastFirst(await disk.run((notes) => notes.where("workshop").equals(workshop).toArray()));
    },
    async all() {
      return lastFirst(await disk.run((notes) => notes.toArray()));
    },
    async write(fresh) {
      const time = Date.now();
      // One after the other, so that they stand in the order they were given.
      const notes = fresh.map((note, index): Note => ({ ...note, id: newNoteId(), time: time + index }));
      await disk.run((table) => table.bulkAdd([...notes]));
      tell();
      return notes;
    },
    async put(note) {
      await disk.run((notes) => notes.put(note));
      tell();
    },
    async remove(id) {
      await disk.run((notes) => notes.delete(id));
      tell();
    },
    async forget(workshop) {
      await disk.run((notes) => notes.where("workshop").equals(workshop).delete());
      tell();
    },
    subscribe: signal.subscribe,
    close() {
      channel?.close();
      disk.close();
    },
  };

  function tell(): void {
    signal.fire();
    channel?.postMessage("changed");
  }
}

function lastFirst(notes: readonly Note[]): readonly Note[] {
  return notes.toSorted((one, other) => other.time - one.time || (one.id < other.id ? 1 : -1));
}

const ID_BYTES = 12;

function newNoteId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** Of this device's pages only; `undefined` outside of a page, and where there is none. */
function openChannel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return undefined;
  return new BroadcastChannel("sameside-notebook");
}
