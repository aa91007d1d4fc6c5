/** What other features put on the page of who prepares a workshop. The composition root hands them in. */
import type { Outcome, PlanView } from "@sameside/model";
import type { ComponentType, ReactNode } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import type { Tell } from "../ui/Toast.tsx";
import type { Words } from "../words/words.ts";
import type { PrepareFrame } from "./frame.ts";

/** After each command on the plan: it can be undone, it is made safe on the disk, and a refusal is explained. */
export type RunPlan = <T>(outcome: Outcome<T>) => Outcome<T>;

export interface PrepareProps {
  readonly live: LiveWorkshop;
  readonly plan: PlanView;
  readonly run: RunPlan;
  /** `false` for who may only read the plan. */
  readonly editable: boolean;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
  /** What the page asks of the app around it: other pages, and the tables' boards. */
  readonly frame: PrepareFrame;
}

/** One part of the page, in the order in which they are handed in. The page gives it its heading, an h2. */
export interface PrepareSection {
  /** Stands in the address: letters and hyphens. */
  readonly id: string;
  readonly title: (words: Words) => string;
  readonly icon: ReactNode;
  readonly Section: ComponentType<PrepareProps>;
}
