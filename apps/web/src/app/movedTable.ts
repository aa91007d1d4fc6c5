/** Who was moved to another table is told so on the page of its map, once. */
interface Move {
  readonly workshop: string;
  readonly group: string;
  /** The name of the table they sit at now; "" where the plan has none. */
  readonly table: string;
}

let last: Move | undefined;

export function noteMove(move: Move): void {
  last = move;
}

/** The name of the table, for the page of the map that they were moved to; `undefined` for every other one. */
export function takeMove(workshop: string, group: string): string | undefined {
  const move = last;
  if (move?.workshop !== workshop || move.group !== group) return undefined;
  last = undefined;
  return move.table;
}
