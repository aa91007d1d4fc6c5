/** When the screen may say that a power cut would not take the work (SPEC S14). */
import { IDBDatabase } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type NotesReplica, newDevice, openNotes, untilStatus, write } from "./support/notes.ts";

/** What each transaction that wrote was asked to survive, in order, with the table it wrote to. */
let commits: { readonly table: unknown; readonly durability: string | undefined }[];
let notes: NotesReplica;

beforeEach(async () => {
  commits = [];
  const open = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...asked) {
    const [table, mode, options] = asked as Parameters<globalThis.IDBDatabase["transaction"]>;
    if (mode === "readwrite") commits.push({ table, durability: options?.durability });
    return open.apply(this, asked);
  });
  notes = await openNotes(newDevice());
  expect(notes.status().safe).toBe(true);
  commits = [];
});
afterEach(async () => {
  await notes.close();
  vi.restoreAllMocks();
});

const strictCommits = () => commits.filter(({ durability }) => durability === "strict");

describe("an edit (S14)", () => {
  it("is on this laptop by a relaxed commit, and safe there only after the strict one that follows a quiet moment", async () => {
    write(notes, "a", "1");
    const kept = await untilStatus(notes, ({ disk }) => disk === "kept");
    expect(kept.safe).toBe(false);
    expect(commits).toEqual([{ table: "log", durability: "relaxed" }]);
    await untilStatus(notes, ({ safe }) => safe);
    expect(strictCommits()).toHaveLength(1);
  });

  it("is made safe at the end of its gesture, without waiting for a quiet moment", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      write(notes, "a", "1");
      notes.endGesture();
      await vi.advanceTimersByTimeAsync(0);
      const [now] = await Promise.all([untilStatus(notes, ({ safe, disk }) => safe && disk === "kept"), ticks()]);
      expect(now.safe).toBe(true);
      expect(strictCommits()).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is made safe when the page is left", async () => {
    write(notes, "a", "1");
    await notes.saved();
    expect(notes.status()).toMatchObject({ disk: "kept", safe: true });
    expect(strictCommits().length).toBeGreaterThan(0);
  });

  it("is not said to be safe when the strict commit fails", async () => {
    const transaction = vi.mocked(IDBDatabase.prototype.transaction);
    const working = transaction.getMockImplementation();
    transaction.mockImplementation(function (this: IDBDatabase, ...asked) {
      const [, , options] = asked as Parameters<globalThis.IDBDatabase["transaction"]>;
      if (options?.durability === "strict") throw new DOMException("no room", "QuotaExceededError");
      return working?.apply(this, asked) as ReturnType<typeof transaction>;
    });
    write(notes, "a", "1");
    await expect(notes.saved()).rejects.toThrow();
    expect(notes.status().safe).toBe(false);
    transaction.mockImplementation(working as NonNullable<typeof working>);
  });
});

/** Lets the timers of this moment run, and no later ones. */
async function ticks(): Promise<void> {
  while (!notes.status().safe) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(0);
  }
}
