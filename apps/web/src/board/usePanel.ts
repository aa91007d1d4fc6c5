/** What stands beside the map in the inspector's place; a step that is for listening or asking opens its own. */
import type { StepKind } from "@sameside/model";
import { isColleague, type SeatRole } from "@sameside/protocol";
import { useEffect, useRef, useState } from "react";

export type Panel = "notes" | "questions" | "topics" | "quotes" | "contradictions" | "balance" | "tray";

export interface Panels {
  readonly panel: Panel | null;
  readonly show: (panel: Panel | null) => void;
  /** Opens it, or closes it where it is open. */
  readonly toggle: (panel: Panel) => void;
}

/** @param step The kind of the step; `undefined` before the first */
export function usePanel(step: StepKind | undefined, role: SeatRole): Panels {
  const [panel, show] = useState<Panel | null>(null);
  const opened = useRef<Panel | null>(null);
  useEffect(() => {
    const wanted = panelOf(step, role);
    const before = opened.current;
    opened.current = wanted;
    if (wanted !== null) show(wanted);
    // What the step had opened goes with it; what the person opened themselves stays.
    else if (before !== null) show((now) => (now === before ? null : now));
  }, [step, role]);
  return { panel, show, toggle: (next) => show(panel === next ? null : next) };
}

function panelOf(step: StepKind | undefined, role: SeatRole): Panel | null {
  if (step === "questions") return "questions";
  if (step !== "listen" || role === "dais") return null;
  return isColleague({ role }) ? "notes" : "topics";
}
