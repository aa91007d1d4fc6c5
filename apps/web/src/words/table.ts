/** Words of the table and of the outline. What both share with the canvas stands in words/canvas.ts. */
export const tableWords = {
  caption: (title: string, customerType: string) =>
    customerType === ""
      ? `${title}: phases across, lanes down`
      : `${title} (${customerType}): phases across, lanes down`,
  outline: (title: string) => `Outline of ${title}`,
  /** How to go about in the view; said when the keyboard comes in, and not seen. */
  tableHelp:
    "Arrow keys go from cell to cell, Enter writes, Space opens all about it, Alt with an arrow key moves it, Shift+F10 opens what else can be done.",
  outlineHelp:
    "Arrow keys go along the lines, Enter writes, and Enter again makes the next line; while writing, Tab goes a level deeper and Shift+Tab a level up. Alt with an arrow key moves a line, Shift+F10 opens what else can be done.",
  lanes: "Lanes",
  wholePhase: "The whole phase",
  /** What a heading says to each cell under or beside it; the buttons in it are not said. */
  heading: (title: string) => title,
  onWholePhase: (phase: string) => `${phase}: the whole phase`,
  addPhase: "Phase",
  addLane: "Lane",
  addTouchpoint: "Touchpoint",
  more: (name: string) => `What can be done with: ${name}`,
  moment: (value: string) => `Moment of truth: ${value}`,
  backstage: "backstage",
  myFeeling: (word: string) => `Me: ${word}`,
  /** One line for each side that rated. */
  feelingOf: (who: string, word: string, n: number) => `${who}: ${word} (${n})`,
  feelingSpoken: (who: string, word: string, n: number) => `${who}: ${word}, ${n === 1 ? "1 rating" : `${n} ratings`}`,
  draftLane: (lane: string) => `${lane}. Alt with arrow up or down takes another lane.`,
  acts: {
    edit: "Write",
    rename: "Rename",
    about: "All about it",
    newCard: "New card here",
    newCardBelow: "New card below",
    newCardOnPhase: "New card on the whole phase",
    newTouchpoint: "New touchpoint here",
    newTouchpointAfter: "New touchpoint after it",
    newPhaseBefore: "New phase before it",
    newPhaseAfter: "New phase after it",
    moveUp: "Move up",
    moveDown: "Move down",
    moveLeft: "Move left",
    moveRight: "Move right",
    moveTo: "Move to…",
    mark: "Mark as a moment of truth",
    moment: "The moment of truth",
    rate: (word: string) => `Feels to me: ${word}`,
    unrate: "Take my feeling back",
    remove: "Remove",
  },
  moveDialog: {
    title: (name: string) => `Move “${name}”`,
    place: "To where",
    lane: "Lane",
    phase: "Phase",
    order: "In which place",
    last: "As the last one",
    before: (name: string) => `Before “${name}”`,
    go: "Move it",
  },
};
