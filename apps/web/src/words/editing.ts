/** Words for editing by hand: choosing several, copying, locking, the hand that moves the sheet. */
const cards = (n: number) => (n === 1 ? "1 card" : `${n} cards`);
const touchpoints = (n: number) => (n === 1 ? "1 touchpoint" : `${n} touchpoints`);

export const editingWords = {
  /** Said when several are chosen. */
  chosen: (count: number, cardCount: number, touchpointCount: number) =>
    `${count} chosen: ${[touchpointCount > 0 ? touchpoints(touchpointCount) : "", cardCount > 0 ? cards(cardCount) : ""]
      .filter((part) => part !== "")
      .join(", ")}`,
  noneChosen: "Nothing chosen",
  /** Said of each thing that is chosen together with others. */
  isChosen: "chosen",
  isLocked: "locked",
  copied: (n: number) => (n === 1 ? "Copied" : `${n} copied`),
  laneCut: "Cut. Paste puts the lane elsewhere.",
  duplicate: "Duplicate",
  copyTo: (title: string, variant: string) => `Copy to “${title}” (${variant})`,
  lock: "Lock",
  unlock: "Unlock",
  newLaneAbove: "New lane above…",
  newLaneBelow: "New lane below…",
  /** In the gap between two phases or lanes. */
  addPhaseBefore: (title: string) => `Add a phase before ${title}`,
  addLaneBefore: (name: string) => `Add a lane above ${name}`,
  more: (name: string) => `What can be done with: ${name}`,
  moreSeveral: (count: number) => `What can be done with the ${count} chosen`,
  hand: "The hand moves the map",
  handOff: "Back to choosing",
  copyMap: "Copy this map as a what-if",
  newMap: "Add a map…",
  /** Of maps that are called the same. */
  oneOfTheMaps: (title: string, variant: string) => `${title} (${variant})`,
  moveMapBefore: (title: string, variant: string) => `Move this map before “${title}” (${variant})`,
  moveMapAfter: (title: string, variant: string) => `Move this map after “${title}” (${variant})`,
  removeMap: {
    menu: "Remove this map…",
    title: (title: string, variant: string) => `Remove the map “${title}” (${variant})?`,
    cards: (n: number) => `${cards(n)} and all that was rated and said on it go with it, for everybody.`,
    empty: "No card is on it. It goes for everybody.",
    back: "It comes back with one press, whole: right away, or later under More, History, Removed.",
    go: "Remove the map",
  },
  lockFrame: "Lock phases and lanes",
  unlockFrame: "Unlock phases and lanes",
};
