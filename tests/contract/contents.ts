/** Things to keep, for the tests of stores. */
import type { AnswerRow } from "@sameside/protocol";
import type { Holding, RoomStore, Snapshot, StoredAttachment, Write } from "@sameside/relay";

export const WORKSHOP = "workshop-0123456789";
export const ROOM = `${WORKSHOP}.board.table1`;
export const ATTACHMENT: StoredAttachment = {
  type: "image/png",
  bytes: Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256),
};

export function log(room: string, byte: number): Write {
  return { to: "log", room, update: new Uint8Array([byte]) };
}

export function answer(person: string, value: AnswerRow["value"], time: number) {
  return { to: "answers", workshop: WORKSHOP, row: { topic: "name", person, item: "today", value, time } } as const;
}

export function snapshot(byte: number): Snapshot {
  return { state: new Uint8Array([byte]), facts: undefined };
}

/** Puts something of every kind into an empty store: more of each than an engine takes in one go. */
export async function fill(store: RoomStore): Promise<void> {
  const rooms = Array.from({ length: 12 }, (_, index) => `${WORKSHOP}.board.filled${index}`);
  for (const [index, room] of [ROOM, ...rooms].entries()) {
    const rows = await store.commit(Array.from({ length: 100 }, (_, byte) => log(room, byte)));
    const facts = index % 2 === 0 ? new Uint8Array([index]) : undefined;
    await store.compact(room, { state: new Uint8Array(1000).fill(index), facts }, rows.slice(0, 50));
  }
  await store.commit(Array.from({ length: 1_200 }, (_, index) => answer(`p${index}`, `😀 ${index}`, index)));
  for (let index = 0; index < 20; index += 1)
    await store.swap({ kind: "seat", workshop: WORKSHOP, key: `p${index}` }, undefined, JSON.stringify({ index }));
  await store.swap({ kind: "claim", workshop: "", key: "" }, undefined, "");
  await store.putAttachment(WORKSHOP, "hash1", ATTACHMENT);
  await store.putAttachment(WORKSHOP, "hash2", { type: "text/plain", bytes: new Uint8Array(0) });
}

export async function everythingIn(store: RoomStore): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for await (const holding of store.everything()) holdings.push(holding);
  return holdings;
}
