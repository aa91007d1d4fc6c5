/** Words of the feeling lane: whose feelings the curve shows, and the scale that the table rates on. */
export const feelingWords = {
  shown: "The curve shows",
  sides: "Customers and colleagues apart",
  byType: "Customer types apart",
  everybody: "Everybody as one",
  beside: (title: string) => `Everybody, beside “${title}”`,
  gap: "The gap between colleagues and customers",
  gaps: { show: "shown", hide: "hidden" },
  noGap: "There is a gap to show as soon as both sides have rated a touchpoint.",
  types: {
    /** Where the name of a type is for who prepares alone. */
    neutral: (letter: string) => `Customer type ${letter}`,
    none: "no type said",
    another: "another type",
    rest: "Other customers",
  },
  showMine: "You may show mine",
  showMineNote:
    "Of fewer than three of a side, nobody sees the curve until each of them ticks this. It can be unticked at any time.",
  shownByName: "Shown with a name",
  feels: (who: string, level: string) => `${who}: ${level}`,
  scale: "The scale",
  scaleIs: (levels: number, worst: string, best: string) => `${levels} levels, ${worst} … ${best}`,
  levels: "How many levels",
  levelsNote: "Feelings that were given already keep their place between the worst and the best.",
  numbers: "Their numbers",
  numberRange: (first: string, last: string) => `${first} … ${last}`,
  names: "What they are called",
  nameOf: (number: string) => `Level ${number}`,
  usualNames: "The usual names",
};
