/**
 * Words for what is on a map: kinds, grades, feelings, moments. Warmer than the glossary, and as exact. The keys are
 * the model's; where a word is used, the compiler sees that none is missing.
 */

const laneKinds = {
  touchpoint: "Touchpoints",
  feeling: "Feeling",
  doing: "What they do",
  thinking: "In their words",
  pain: "Pain points",
  strength: "Strengths",
  opportunity: "Opportunities",
  metric: "Measures",
  evidence: "Evidence",
  "what-if": "What if…",
  action: "Next steps",
  support: "Support",
  free: "Free",
};
const cardKinds = {
  doing: "What they do",
  thinking: "In their words",
  pain: "Pain point",
  strength: "Strength",
  opportunity: "Opportunity",
  metric: "Measure",
  evidence: "Evidence",
  "what-if": "What if",
  action: "Next step",
  support: "Support",
  free: "Card",
};
const variants = {
  actual: "as it is today",
  ideal: "as we wish it were",
  planned: "as we plan it",
  "what-if": "what if",
};
const grades = { assumed: "Assumed", heard: "Heard", researched: "Researched" };
const gradeNotes = {
  assumed: "we think so",
  heard: "a customer said it",
  researched: "a study shows it",
};
const roles = {
  customer: "customer",
  colleague: "colleague",
  moderator: "moderator",
  facilitator: "facilitator",
  junior: "table helper",
  dais: "screen, looking on",
};
const moments = { impression: "It leaves a mark", "show-stopper": "It can end it all" };
const refusals = {
  gone: "Somebody removed this in the meantime. Nothing was changed.",
  "bad-value": "That does not fit here. Nothing was changed.",
  "not-yours": "These are somebody else's words. You can suggest other words instead.",
  "newer-document": "This map was made with a newer version. Reload to get it; until then you can read.",
  "too-long": "That is too long for one card. Write it in two.",
  locked:
    "This is locked. Unlock it first: right mouse button, long press, or Shift+F10. Phases and lanes may be locked by who leads the table.",
};

export const journeyWords = {
  curve: (title: string, n: number) =>
    n === 0 ? `${title}: no feelings rated yet` : `Feelings along ${title}, ${n} touchpoints rated`,
  laneKinds,
  cardKinds,
  variants,
  grades,
  gradeNotes,
  roles,
  moments,
  refusals,
  /** The five feelings, worst first. */
  feelings: ["Let down", "Poor", "Okay", "Good", "Delighted"],
  /** What a moment of truth is worth, −3 … +3. */
  momentValues: [
    "we lose them here",
    "it costs us dearly",
    "it annoys them",
    "neither way",
    "a small plus",
    "they come back for it",
    "this wins them",
  ],
  untitled: "Untitled",
  somebody: "somebody",
};
