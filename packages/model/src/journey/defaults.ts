/** What a view says before anybody said anything: for whoever builds one by hand (previews, tests). */
import type { CardView, JourneyView, LaneView, PhaseView, TouchpointView } from "./schema.ts";

export const CARD_DEFAULTS = {
  severity: 0,
  emotionWords: [],
  quote: false,
  tags: [],
  links: [],
  answersBrief: "",
  suggestions: [],
  evidence: [],
  threads: [],
} as const satisfies Partial<CardView>;

export const TOUCHPOINT_DEFAULTS = {
  channel: "",
  owner: "",
  stage: "front",
  actors: [],
  ratings: [],
  otherMoments: [],
  claims: [],
  evidence: [],
  threads: [],
} as const satisfies Partial<TouchpointView>;

export const PHASE_DEFAULTS = {
  threads: [],
} as const satisfies Partial<PhaseView>;

export const LANE_DEFAULTS = {
  owner: "",
  metricsText: "",
  metrics: [],
  returns: "",
  threads: [],
} as const satisfies Partial<LaneView>;

export const JOURNEY_DEFAULTS = {
  customerType: "",
  persona: "",
  scenario: "",
  goal: "",
  conditionsOfSatisfaction: [],
  context: "",
  owner: "",
  status: "draft",
  nextReview: "",
  grade: "assumed",
  variant: "actual",
  levelWords: [],
  threads: [],
  connectors: [],
} as const satisfies Partial<JourneyView>;
