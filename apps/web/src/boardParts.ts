/** The features that stand on a board's page beside its map. */
import type { BoardParts } from "./board/partSlots.ts";
import { BoardHistory } from "./history/BoardHistory.tsx";
import { BoardPaper } from "./paper/BoardPaper.tsx";

export const BOARD_PARTS: BoardParts = { Paper: BoardPaper, History: BoardHistory };
