/** The catalogue as this workshop says it: in the words of its plan. */
import { useMemo } from "react";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, readOff, useStore } from "../live/store.ts";
import { inOwnTerms, type OwnTerms } from "../words/ownTerms.ts";
import { useWords, type Words } from "../words/words.ts";

const NONE = openValue<OwnTerms>({});

/** The usual words until the plan is read from the disk. */
export function useOwnTerms(plan: LivePlan | undefined): Words {
  const usual = useWords();
  const own = useStore(useMemo(() => (plan ? readOff(plan.view, ({ words }): OwnTerms => words) : NONE), [plan]));
  return useMemo(() => inOwnTerms(usual, own), [usual, own]);
}
