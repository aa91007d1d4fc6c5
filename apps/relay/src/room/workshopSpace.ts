/**
 * How much of a relay one workshop takes: so many boards, so many bytes in all of its rooms. It is counted when the
 * first room of the workshop opens, and from then on what this relay takes.
 */
import { limits, parseRoom } from "@sameside/protocol";

/** Why a room takes nothing more; the names of `CLOSE`. */
export type NoSpace = "roomFull" | "tooManyBoards" | "workshopFull";

export class WorkshopSpace {
  readonly #bytesByRoom: Map<string, number>;
  #bytes: number;
  #boards: number;

  /** `bytesByRoom`: the rooms that hold anything. */
  constructor(bytesByRoom: ReadonlyMap<string, number>) {
    this.#bytesByRoom = new Map(bytesByRoom);
    this.#bytes = [...bytesByRoom.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.#boards = [...bytesByRoom.keys()].filter(isBoard).length;
  }

  /** Lets a room grow to so many bytes; otherwise nothing is counted. */
  take(room: string, bytes: number): NoSpace | undefined {
    const before = this.#bytesByRoom.get(room);
    const isNewBoard = before === undefined && isBoard(room);
    if (bytes > limits.MAX_ROOM_BYTES) return "roomFull";
    if (isNewBoard && this.#boards >= limits.MAX_WORKSHOP_BOARDS) return "tooManyBoards";
    if (this.#bytes - (before ?? 0) + bytes > limits.MAX_WORKSHOP_ROOM_BYTES) return "workshopFull";
    this.#bytesByRoom.set(room, bytes);
    this.#bytes += bytes - (before ?? 0);
    if (isNewBoard) this.#boards += 1;
    return undefined;
  }
}

function isBoard(room: string): boolean {
  return parseRoom(room)?.kind === "board";
}
