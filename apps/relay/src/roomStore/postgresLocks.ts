/** The advisory locks relays take in a PostgreSQL database they share. */
import { createHash } from "node:crypto";

/** The first number of a lock says what it is for; arbitrary, but the same in every version. */
export const ADVISORY = { single: 1_396_789_833, rooms: 1_396_789_834 } as const;
/** The locks that exist once. */
export const LOCKS = { format: 0, relays: 1 } as const;

/** Rooms share this many locks, so that a commit of thousands of rooms does not fill the server's table of locks. */
const ROOM_LOCKS = 1024;

/** The lock of a room; two rooms with the same one merely wait for each other. */
export function lockOf(room: string): number {
  return createHash("sha256").update(room).digest().readUInt32BE() % ROOM_LOCKS;
}

/** The locks of these rooms, each once, in the order in which everybody takes them. */
export function locksOf(rooms: Iterable<string>): number[] {
  return [...new Set(Array.from(rooms, lockOf))].toSorted((a, b) => a - b);
}
