/** What a template is, and the lanes that most of them share. */
import type { JourneyDraft, LaneKind } from "../journey/schema.ts";

/** A skeleton to start from: phases and lanes, as data. Ids are short and stand for ever: boards refer to them. */
export interface Template {
  /** Of the catalogue, or derived from its contents where somebody saved their own. */
  readonly id: string;
  /** Part of the skeleton's identity: change a template, raise its version. */
  readonly version: number;
  readonly phases: readonly { readonly id: string; readonly title: string }[];
  readonly lanes: readonly TemplateLane[];
}

export interface TemplateLane {
  readonly id: string;
  readonly kind: LaneKind;
  readonly name: string;
  /** For support lanes: the department that owns the lane; nobody when absent. */
  readonly owner?: string;
}

/** A template of the catalogue, with a filled map to practise on. */
export interface CatalogueEntry {
  readonly template: Template;
  /** Made up, no real company. */
  readonly sample: JourneyDraft;
}

export const LANES: Template["lanes"] = [
  { id: "touchpoints", kind: "touchpoint", name: "Touchpoints" },
  { id: "feeling", kind: "feeling", name: "Feeling" },
  { id: "words", kind: "thinking", name: "In their words" },
  { id: "pain", kind: "pain", name: "Pain points" },
  { id: "strengths", kind: "strength", name: "Strengths" },
  { id: "whatif", kind: "what-if", name: "What if…" },
];
export const SUPPORT_LANE: TemplateLane = { id: "support", kind: "support", name: "Support" };

/** Phases numbered from 1: `phase1`, `phase2` … */
export function phases(...titles: readonly string[]): Template["phases"] {
  return titles.map((title, index) => ({ id: `phase${index + 1}`, title }));
}
