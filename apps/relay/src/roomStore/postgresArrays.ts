/** Many writes as the arrays of one statement, and bytes as they come back from it. */
import { type AnswerRow, answerKey, replacesAnswer } from "@sameside/protocol";
import { answerText } from "./answerTexts.ts";
import { locksOf } from "./postgresLocks.ts";
import type { Write } from "./roomStore.ts";

type AnswerWrite = Extract<Write, { to: "answers" }>;
type RoomUpdate = Omit<Extract<Write, { to: "log" }>, "to">;

/**
 * The first arguments of `sameside.commit`. The bytes of all updates travel as one value, because an array of bytes is
 * written as text, twice as long.
 */
export function updateArrays(updates: readonly RoomUpdate[]): unknown[] {
  const placeByRoom = new Map<string, number>();
  const [roomOf, starts, lengths]: [number[], number[], number[]] = [[], [], []];
  let start = 1;
  for (const { room, update } of updates) {
    // PostgreSQL counts from 1, places in arrays as well as bytes.
    const place = placeByRoom.get(room) ?? placeByRoom.size + 1;
    placeByRoom.set(room, place);
    roomOf.push(place);
    starts.push(start);
    lengths.push(update.length);
    start += update.length;
  }
  const rooms = [...placeByRoom.keys()];
  return [locksOf(rooms), rooms, roomOf, starts, lengths, Buffer.concat(updates.map(({ update }) => update))];
}

/** The arguments of `sameside.put_answers`: of each key only the row that wins, in the order in which all write them. */
export function answerArrays(writes: readonly AnswerWrite[]): unknown[] {
  const winnerByPlace = new Map<string, AnswerWrite & { readonly key: string }>();
  for (const write of writes) {
    const key = answerKey(write.row);
    const place = JSON.stringify([write.workshop, key]);
    const former = winnerByPlace.get(place);
    if (!former || replacesAnswer(former.row, write.row)) winnerByPlace.set(place, { ...write, key });
  }
  const winners = [...winnerByPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, write]) => write);
  return [
    winners.map(({ workshop }) => workshop),
    winners.map(({ key }) => key),
    winners.map(({ row }) => row.time),
    winners.map(({ row }) => tieOf(row)),
    winners.map(({ row }) => answerText(row)),
  ];
}

/** A copy: what the driver hands out may be a window into a larger piece of memory. */
export function bytesOf(data: Uint8Array): Uint8Array {
  return new Uint8Array(data);
}

/** Bytes that compare as `replacesAnswer` compares values of the same time: unit by unit of UTF-16, the high byte first. */
function tieOf({ value }: AnswerRow): Buffer {
  return Buffer.from(JSON.stringify(value), "utf16le").swap16();
}
