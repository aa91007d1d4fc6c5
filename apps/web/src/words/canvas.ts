/** Words of the map itself. Kinds, feelings and grades stand in words/journey.ts. */
export const canvasWords = {
  /** The sheet, for a screen reader. */
  sheet: (title: string) => `Map of ${title}`,
  card: "card",
  touchpoint: "touchpoint",
  /** What a card is called: "Pain point: Price only after log-in. Find, Search the portal". */
  cardName: (kind: string, text: string, place: string) =>
    `${kind}: ${text}${/[.!?…]$/.test(text) ? "" : "."} ${place}`,
  touchpointName: (title: string, phase: string) => `Touchpoint: ${title}. ${phase}`,
  /** Where something stands: the phase, and the touchpoint if it is on one. */
  place: (phase: string, touchpoint: string) => (touchpoint === "" ? phase : `${phase}, ${touchpoint}`),
  /** How well a card is backed and whose voice it is: said after its name. */
  backing: (grade: string, role: string) => `${grade}, from a ${role}`,
  files: (n: number) => (n === 1 ? "1 photo or sound" : `${n} photos or sounds`),
  sounds: (n: number) => (n === 1 ? "1 sound" : `${n} sounds`),
  suggestions: (n: number) => (n === 1 ? "1 other wording is offered" : `${n} other wordings are offered`),
  changedByAnother: "Somebody else changed these words",
  longText: "There is more to read",
  noChannel: "No channel yet",
  momentBadge: "M",
  momentMark: (touchpoint: string, value: string) => `Moment of truth at ${touchpoint}: ${value}`,
  phaseName: (title: string) => `Phase: ${title}`,
  touchpointCount: (n: number) => (n === 1 ? "1 touchpoint" : `${n} touchpoints`),
  laneName: (name: string) => `Lane: ${name}`,
  noName: "No name yet",
  addPhase: "Add a phase",
  addLane: "Add a lane",
  addTouchpoint: (phase: string) => `Add a touchpoint to ${phase}`,
  addTouchpointHere: "Touchpoint",
  addCard: (kind: string, place: string) => `Add to ${place}: ${kind}`,
  addCardHere: "Add",
  editCard: "Words on the card",
  editTouchpoint: "Name of the touchpoint",
  editPhase: "Name of the phase",
  editLane: "Name of the lane",
  newCardHint: "What happens here?",
  newTouchpointHint: "Where do they meet us?",
  newPhaseHint: "What is this part called?",
  /** Who rated: the curve says its n. */
  customersRated: (n: number) => (n === 1 ? "1 customer" : `${n} customers`),
  colleaguesRated: (n: number) => (n === 1 ? "1 colleague" : `${n} colleagues`),
  typeRated: (type: string, n: number) => `${type} · ${n}`,
  /** Somebody rated, and fewer than three of each side, of whom not all let it be shown. */
  keptApart: "not shown until three of a side rated, or each lets it be shown",
  nobodyRated: "click to say how it feels",
  ratingFor: (touchpoint: string) => `How does ${touchpoint} feel to you?`,
  notRated: "not rated yet",
  /** On scales that do not have five levels the word needs its place: "Good, 8 of 10". */
  levelOf: (word: string, level: number, levels: number) => `${word}, ${level} of ${levels}`,
  peopleRated: (n: number) => (n === 1 ? "1 person" : `${n} people`),
  /** Whose feelings a curve tells. */
  series: { customers: "Customers", colleagues: "Colleagues", everybody: "Everybody", beside: "The other map" },
  seriesSays: (who: string, word: string, n: number) => `${who}: ${word}, ${n === 1 ? "1 person" : `${n} people`}.`,
  feelingsAt: (touchpoint: string, says: string) => `${touchpoint}. ${says}`,
  /** Beside the curve: the strongest feeling, the last one, and where both sides are furthest apart. */
  curveMarks: { peak: "peak", end: "end", gap: "biggest gap" },
  twoMarks: (one: string, other: string) => `${one} and ${other}`,
  emptyTitle: "Every journey runs through phases, from left to right.",
  emptyAction: "Name the first phase",
  /** What the canvas library says of its nodes; selecting and moving are explained by the sheet of keys. */
  nodeHelp: "Press Enter to write, Space to see all about it, Delete to remove it, Escape to leave.",
  cursorOf: (name: string) => `${name}'s pointer`,
};
