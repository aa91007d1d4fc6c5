/** What the sections of this feature need of the page that they stand on. */
import type { Outcome, PlanView } from "@sameside/model";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import type { Tell } from "../ui/Toast.tsx";

export interface PlanDesk {
  readonly live: LiveWorkshop;
  readonly plan: PlanView;
  /** After each command on the plan. */
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}
