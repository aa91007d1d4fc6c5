/** The step's word on each lane, for the map, the table and the outline alike. Guidance: nothing is forbidden by it. */
import type { JourneyView, LaneKind, StepKind, StepView } from "@sameside/model";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useWords, type Words } from "../words/words.ts";
import "./laneGuide.css";

export interface Guide {
  /** `true` where the step leaves lanes of this kind aside. */
  readonly isAside: (kind: LaneKind) => boolean;
  /** What lanes of this kind are asked, in the voice of who lives it; `undefined` for nothing. */
  readonly promptOf: (kind: LaneKind) => string | undefined;
  /** The kinds that are left aside, with spaces between. */
  readonly aside: string;
}

/** Steps in which people write on the map what it was like (S4-7). */
const ASKING: ReadonlySet<StepKind> = new Set<StepKind>(["map", "what-if", "pair"]);
const NO_GUIDE: Guide = { isAside: () => false, promptOf: () => undefined, aside: "" };
const GuideContext = createContext<Guide>(NO_GUIDE);

interface Props {
  /** The step that is on; absent on a day without steps. */
  readonly step: StepView | undefined;
  readonly journey: JourneyView;
  readonly children: ReactNode;
}

export function LaneGuide({ step, journey, children }: Props) {
  const words = useWords();
  const kinds = journey.lanes.map(({ kind }) => kind).join(" ");
  const guide = useMemo(() => guideOf(step, kinds.split(" ") as LaneKind[], words), [step, kinds, words]);
  return (
    <GuideContext value={guide}>
      <div className="lane-guide" data-aside={guide.aside || undefined}>
        {children}
      </div>
    </GuideContext>
  );
}

export function useGuide(): Guide {
  return use(GuideContext);
}

/** `kinds`: of the lanes that the map has. A step whose lanes it has none of leaves none aside. */
function guideOf(step: StepView | undefined, kinds: readonly LaneKind[], words: Words): Guide {
  if (!step) return NO_GUIDE;
  const named = new Set(step.lanes);
  const aside = new Set(kinds.some((kind) => named.has(kind)) ? kinds.filter((kind) => !named.has(kind)) : []);
  const { prompts } = words.guide;
  return {
    isAside: (kind) => aside.has(kind),
    promptOf(kind) {
      if (!ASKING.has(step.kind) || aside.has(kind)) return undefined;
      return step.prompts[kind] || prompts[kind] || undefined;
    },
    aside: [...aside].join(" "),
  };
}
