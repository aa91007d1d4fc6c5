/** Skeletons to start from: phases and lanes, as data. Ids are short and stand for ever: boards refer to them. */
import type { LaneKind } from "../journey/schema.ts";

export type TemplateId = "blank" | "b2b" | "shop" | "service";
export interface Template {
  readonly id: TemplateId;
  /** Part of the skeleton's identity: change a template, raise its version. */
  readonly version: number;
  readonly phases: readonly { readonly id: string; readonly title: string }[];
  readonly lanes: readonly { readonly id: string; readonly kind: LaneKind; readonly name: string }[];
}

const LANES: Template["lanes"] = [
  { id: "touchpoints", kind: "touchpoint", name: "Touchpoints" },
  { id: "feeling", kind: "feeling", name: "Feeling" },
  { id: "words", kind: "thinking", name: "In their words" },
  { id: "pain", kind: "pain", name: "Pain points" },
  { id: "strengths", kind: "strength", name: "Strengths" },
  { id: "whatif", kind: "what-if", name: "What if…" },
];
const SUPPORT = { id: "support", kind: "support", name: "Support" } as const;

function phases(...titles: readonly string[]): Template["phases"] {
  return titles.map((title, index) => ({ id: `phase${index + 1}`, title }));
}

export const TEMPLATES: readonly Template[] = [
  { id: "blank", version: 1, phases: phases("Before", "During", "After"), lanes: LANES },
  {
    id: "b2b",
    version: 1,
    phases: phases("Need", "Find", "Order", "Receive", "Use", "Get help"),
    lanes: [...LANES, SUPPORT],
  },
  { id: "shop", version: 1, phases: phases("Think of it", "Get there", "Choose", "Pay", "Use at home"), lanes: LANES },
  {
    id: "service",
    version: 1,
    phases: phases("Something happens", "Get in touch", "Explain", "Wait", "Solved"),
    lanes: [...LANES, SUPPORT],
  },
];
