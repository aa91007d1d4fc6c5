/** What the parts of this feature get from the page they stand on. */
import type { Outcome, PlanView } from "@sameside/model";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import type { Tell } from "../ui/Toast.tsx";

export interface PeopleProps {
  readonly live: LiveWorkshop;
  readonly plan: PlanView;
  /** After each command on the plan: it can be undone, it is made safe on the disk, and a refusal is explained. */
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  /** `false` for who may only read the plan. */
  readonly editable: boolean;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}
