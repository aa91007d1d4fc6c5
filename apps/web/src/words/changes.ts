/** Sentences about what changed on the map, for people who hear it. One change is told exactly, many are counted. */
const nouns = {
  journey: (n: number) => (n === 1 ? "1 map" : `${n} maps`),
  card: (n: number) => (n === 1 ? "1 card" : `${n} cards`),
  touchpoint: (n: number) => (n === 1 ? "1 touchpoint" : `${n} touchpoints`),
  phase: (n: number) => (n === 1 ? "1 phase" : `${n} phases`),
  lane: (n: number) => (n === 1 ? "1 lane" : `${n} lanes`),
};

export const changeWords = {
  one: {
    added: (what: string, place: string) => (place === "" ? `New: ${what}.` : `New: ${what}. In ${place}.`),
    removed: (what: string) => `Removed: ${what}.`,
    moved: (what: string, place: string, at: number, of: number) =>
      place === "" ? `${what}: moved, ${at} of ${of}.` : `${what}: moved to ${place}, ${at} of ${of}.`,
    changed: (what: string) => `Changed: ${what}.`,
    rated: (what: string) => `The feeling changed: ${what}.`,
    moment: (what: string) => `The moment of truth changed: ${what}.`,
  },
  many: {
    added: (what: string) => `${what} added.`,
    removed: (what: string) => `${what} removed.`,
    moved: (what: string) => `${what} moved.`,
    changed: (what: string) => `${what} changed.`,
  },
  nouns,
  named: {
    journey: (title: string) => `map “${title}”`,
    card: (text: string) => `card “${text}”`,
    touchpoint: (title: string) => `touchpoint “${title}”`,
    phase: (title: string) => `phase “${title}”`,
    lane: (name: string) => `lane “${name}”`,
  },
  place: (phase: string, touchpoint: string, lane: string) => [phase, touchpoint, lane].filter((it) => it).join(", "),
  /** What others did, after the names of those who are known. */
  others: (sentence: string) => `By others: ${sentence}`,
};
