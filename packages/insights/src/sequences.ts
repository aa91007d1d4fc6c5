/** Two lists against each other: what answers to what, and what has left its place. */

/** Indices into the two lists. */
export type IndexPair = readonly [a: number, b: number];

/**
 * The pairs, in order and never crossing, whose likeness adds up to the most (global alignment by dynamic programming,
 * Needleman and Wunsch, Journal of Molecular Biology 48, 1970, without a gap penalty). A pair whose likeness is under
 * `least` is none. O(rows × columns).
 */
export function bestInOrder(
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
  least: number,
): IndexPair[] {
  const width = columns + 1;
  // best[r, c]: the most that the first r rows and c columns can add up to.
  const best = new Float64Array((rows + 1) * width);
  const paired = new Uint8Array((rows + 1) * width);
  const at = (table: Float64Array | Uint8Array, row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const without = Math.max(at(best, row - 1, column), at(best, row, column - 1));
      const alike = likeness(row - 1, column - 1);
      const together = alike >= least ? at(best, row - 1, column - 1) + alike : -1;
      best[row * width + column] = Math.max(without, together);
      paired[row * width + column] = together > without ? 1 : 0;
    }
  }
  const pairs: IndexPair[] = [];
  for (let row = rows, column = columns; row > 0 && column > 0; ) {
    if (at(paired, row, column) === 1) pairs.push([--row, --column]);
    else if (at(best, row - 1, column) >= at(best, row, column - 1)) row--;
    else column--;
  }
  return pairs.reverse();
}

/** The most alike first, whatever their order; each index in one pair at most. A pair under `least` is none. */
export function mostAlike(
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
  least: number,
): IndexPair[] {
  const candidates: { readonly pair: IndexPair; readonly alike: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const alike = likeness(row, column);
      if (alike >= least) candidates.push({ pair: [row, column], alike });
    }
  }
  candidates.sort((a, b) => b.alike - a.alike || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  const [rowsTaken, columnsTaken] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ pair: [row, column] }) => {
    if (rowsTaken.has(row) || columnsTaken.has(column)) return [];
    rowsTaken.add(row);
    columnsTaken.add(column);
    return [[row, column] as const];
  });
}

/**
 * The fewest things that must have moved to turn one order into another: all but a longest increasing run of `places`
 * (C. Schensted, Canadian Journal of Mathematics 13, 1961). `places[i]` is the place in the new order of the thing that
 * was i-th, each place once. Returns indices of the old order. O(n log n).
 */
export function movedIn(places: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  places.forEach((place, index) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] as number));
    ends[low] = index;
  });
  const moved = new Set(places.keys());
  for (let index = ends.at(-1) ?? -1; index !== -1; index = previous[index] as number) moved.delete(index);
  return moved;
}
