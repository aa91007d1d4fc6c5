/** A workshop while its day runs, as far as steps, clocks and signals go: on a board's page and on a page without one. */
import type { LiveBoard } from "./liveBoard.ts";

export type LiveDay = Pick<
  LiveBoard,
  "workshop" | "room" | "by" | "seat" | "step" | "rows" | "names" | "answer" | "relayAhead"
>;
