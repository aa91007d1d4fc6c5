/**
 * Which parts of each client's history are deleted, as ranges without overlap.
 *
 * A returning device sends its whole delete set with every handshake. Knowing what is already deleted lets the relay
 * answer without writing it to disk and to everybody again.
 */

/** A range of clocks; `end` is exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** So few new ranges are put in one by one; more are sorted in at once, which costs the same for one or a million. */
const FEW = 8;
/** Beyond so many ranges of one client no more are remembered: what is not known is merely stored once more. */
const MAX_RANGES_PER_CLIENT = 200_000;

export class DeletedRanges {
  /** Per client: start, end, start, end, … ascending. Flat numbers, since a busy map leaves many. */
  readonly #boundsByClient = new Map<number, number[]>();

  /** Per client: start, end, start, end, … ascending. */
  get boundsByClient(): ReadonlyMap<number, readonly number[]> {
    return this.#boundsByClient;
  }

  /** `true` when every clock of the range is deleted. */
  covers(client: number, { start, end }: Range): boolean {
    const bounds = this.#boundsByClient.get(client);
    if (!bounds) return false;
    const first = firstRangeEndingAfter(bounds, start);
    const from = bounds[first];
    const to = bounds[first + 1];
    return from !== undefined && to !== undefined && from <= start && end <= to;
  }

  /** Adds ranges of one client, in any order, and joins those that touch. */
  add(client: number, ranges: readonly Range[]): void {
    const bounds = this.#boundsByClient.get(client) ?? [];
    if (bounds.length / 2 + ranges.length > MAX_RANGES_PER_CLIENT) return;
    if (ranges.length > FEW) this.#boundsByClient.set(client, sortedIn(bounds, ranges));
    else {
      for (const range of ranges) putIn(bounds, range);
      this.#boundsByClient.set(client, bounds);
    }
  }
}

function sortedIn(bounds: readonly number[], ranges: readonly Range[]): number[] {
  const all = [...ranges];
  for (let index = 0; index < bounds.length; index += 2)
    all.push({ start: bounds[index] as number, end: bounds[index + 1] as number });
  all.sort((a, b) => a.start - b.start);
  const joined: number[] = [];
  for (const { start, end } of all) {
    const lastEnd = joined.at(-1);
    if (lastEnd === undefined || start > lastEnd) joined.push(start, end);
    else if (end > lastEnd) joined[joined.length - 1] = end;
  }
  return joined;
}

function putIn(bounds: number[], { start, end }: Range): void {
  // A range that ends exactly at `start` touches, so look for one clock less.
  const first = firstRangeEndingAfter(bounds, start - 1);
  let [joinedStart, joinedEnd] = [start, end];
  let past = first;
  for (; past < bounds.length && (bounds[past] as number) <= end; past += 2) {
    joinedStart = Math.min(joinedStart, bounds[past] as number);
    joinedEnd = Math.max(joinedEnd, bounds[past + 1] as number);
  }
  bounds.splice(first, past - first, joinedStart, joinedEnd);
}

/** Index of the first range whose end is greater than `clock`; the length when there is none. */
function firstRangeEndingAfter(bounds: readonly number[], clock: number): number {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle * 2 + 1] as number) > clock) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}
