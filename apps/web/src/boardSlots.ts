/** The features that stand on a board's page, each in its slot. */
import { AttachmentSection } from "./attachments/AttachmentSection.tsx";
import { BoardFiles } from "./attachments/BoardFiles.tsx";
import { BalancePanel } from "./balance/BalancePanel.tsx";
import type { BoardSlots } from "./board/slots.ts";
import { Lines, Notes, Questions, Quotes, Topics, Tray } from "./boardBeside.tsx";
import { Palette } from "./finding/Palette.tsx";
import { Present } from "./finding/present/Present.tsx";
import { BoardHistory } from "./history/BoardHistory.tsx";
import { ThingChanges } from "./history/ThingChanges.tsx";
import { JourneyViews } from "./JourneyViews.tsx";
import { Arrival } from "./join/Arrival.tsx";
import { LeaveDialog } from "./leaving/LeaveDialog.tsx";
import { ShownFind } from "./ShownFind.tsx";
import { ShownPaper } from "./ShownPaper.tsx";
import { ShownStep } from "./ShownStep.tsx";
import { BoardViews } from "./views/BoardViews.tsx";
import { WithdrawDialog } from "./withdrawal/WithdrawDialog.tsx";
import { HelperDialog } from "./writtenFor/HelperDialog.tsx";

export const BOARD_SLOTS: BoardSlots = {
  Canvas: JourneyViews,
  Step: ShownStep,
  Lines,
  Arrival,
  Notes,
  Questions,
  Quotes,
  Balance: BalancePanel,
  Topics,
  Tray,
  Files: AttachmentSection,
  BoardFiles,
  Paper: ShownPaper,
  Views: BoardViews,
  History: BoardHistory,
  Changes: ThingChanges,
  Find: ShownFind,
  Palette,
  Present,
  Withdraw: WithdrawDialog,
  Helper: HelperDialog,
  Leave: LeaveDialog,
};
