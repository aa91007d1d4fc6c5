/** What other features put on the page of who runs the day. The composition root hands them in. */
import type { PlanView } from "@sameside/model";
import type { ComponentType } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import type { TakingPart } from "../live/takingPart.ts";
import type { Tell } from "../ui/Toast.tsx";

interface DayProps {
  readonly live: LiveDay;
  readonly plan: LivePlan;
}

interface StepProps extends DayProps {
  readonly nameOf: (person: string) => string;
  /** The screen may be for all: nobody is named. */
  readonly isSafe: boolean;
  readonly tell: Tell;
  /** The agenda is asked for, to be changed. */
  readonly isAgendaOpen: boolean;
  readonly onAgenda: () => void;
  readonly onClose: () => void;
}

interface BalanceProps {
  readonly live: LiveDay;
  readonly tables: readonly { readonly group: string; readonly name: string; readonly people: readonly TakingPart[] }[];
  /** The screen may be for all: nothing of anybody is told. */
  readonly isSafe: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

interface CommitmentsProps {
  readonly live: LiveDay;
  readonly plan: PlanView;
  /** The screen may be for all: nothing of anybody is told. */
  readonly isSafe: boolean;
  readonly nameOf: (person: string) => string;
}

export interface RoomSlots {
  /** The step that goes on, its clock, and the way to the next one. */
  readonly Step: ComponentType<StepProps>;
  readonly Agenda: ComponentType<DayProps>;
  /** Who has spoken at each table. */
  readonly Balance: ComponentType<BalanceProps>;
  /** What people will do, as they said when they left. */
  readonly Commitments: ComponentType<CommitmentsProps>;
}
