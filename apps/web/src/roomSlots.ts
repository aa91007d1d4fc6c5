/** The features that stand on the page of who runs the day. */
import { RoomBalance } from "./balance/RoomBalance.tsx";
import { RoomCommitments } from "./leaving/RoomCommitments.tsx";
import type { RoomSlots } from "./room/slots.ts";
import { ShownStep } from "./ShownStep.tsx";
import { AgendaColumn } from "./step/AgendaColumn.tsx";

export const ROOM_SLOTS: RoomSlots = {
  Step: ShownStep,
  Agenda: AgendaColumn,
  Balance: RoomBalance,
  Commitments: RoomCommitments,
};
