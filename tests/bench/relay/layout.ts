/** Who sits where: clients are numbered through the rooms, so that everything about one follows from its number. */

export interface Layout {
  readonly rooms: number;
  /** Clients in each room. */
  readonly people: number;
  /** Of these, the first so many edit … */
  readonly editors: number;
  /** … and the first so many move their cursors. */
  readonly movers: number;
  /** Edits each editor can make, the first of which makes what the others change. */
  readonly editsEach: number;
}

/** Yjs ids are 32 bits: ids of this size take as many bytes on the wire as real ones. */
export const FIRST_CLIENT_ID = 2_000_000_000;
/** Presence clocks whose time of sending is kept, for each client. */
export const PRESENCE_RING = 64;

/** What all threads of the generator see: times in milliseconds of one monotonic clock. */
export interface SharedBoards {
  /** By editor and number of the edit. */
  readonly editSentAt: Float64Array<SharedArrayBuffer>;
  /** By client and clock modulo `PRESENCE_RING`. */
  readonly presenceSentAt: Float64Array<SharedArrayBuffer>;
  /** By editor: the number of the last edit sent; −1 = none. */
  readonly lastEdit: Int32Array<SharedArrayBuffer>;
  /** By client: the last presence clock sent. */
  readonly lastPresence: Int32Array<SharedArrayBuffer>;
}

export function openBoards(layout: Layout): SharedBoards {
  const { rooms, people, editors, editsEach } = layout;
  const float64 = (length: number) => new Float64Array(new SharedArrayBuffer(8 * length));
  const int32 = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
  return {
    editSentAt: float64(rooms * editors * editsEach),
    presenceSentAt: float64(rooms * people * PRESENCE_RING),
    lastEdit: int32(rooms * editors).fill(-1),
    lastPresence: int32(rooms * people),
  };
}

/** The key of an editor's card in the root map `cards`. */
export function cardKey(clientId: number): string {
  return `c${clientId}`;
}

/** Milliseconds on a clock that all threads and processes of this machine share. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
