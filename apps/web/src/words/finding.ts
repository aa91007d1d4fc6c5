/** Words for finding one's way: the search, the palette, the small map, and presenting. */
const things = {
  journey: "Map",
  phase: "Phase",
  lane: "Lane",
  touchpoint: "Touchpoint",
  card: "Card",
};

export const findingWords = {
  search: {
    title: "Find on the map",
    menu: "Find…",
    close: "Close the search",
    field: "Find",
    placeholder: "Words, a place, somebody's name",
    /** Our field has the key; the browser's own search is one more press away. */
    hint: "Enter goes on, Shift+Enter back. Ctrl+F again searches the page as your browser does.",
    next: "Next",
    previous: "Previous",
    results: "What was found",
    count: (n: number) => (n === 0 ? "Nothing found" : n === 1 ? "1 found" : `${n} found`),
    nothing: "Nothing on this board holds these words. Try fewer, or only the beginning of one.",
    /** Which of them is shown: "3 of 17". */
    at: (index: number, count: number) => `${index} of ${count}`,
    /** Said when the map has gone to one of them. */
    gone: (index: number, count: number, name: string, place: string) =>
      [`${index} of ${count}: ${name}`, place].filter((part) => part !== "").join(". "),
    more: (n: number) => `${n} more. Type another word to see fewer.`,
    mapTitle: (title: string, variant: string) => `${title}, ${variant}`,
    hereTitle: (title: string) => `${title} (this map)`,
    things,
    /** What keeps it from sight; going there opens it. */
    covers: {
      lane: { hidden: "in a lane you have hidden", folded: "in a folded lane" },
      phase: { hidden: "in a phase you have hidden", folded: "in a folded phase" },
    },
    /** Where in a thing the words stand; what it is called needs no word. */
    where: {
      details: "",
      moment: "Moment of truth",
      comment: "Comment",
      evidence: "Evidence",
      claim: "What was said of it",
      suggestion: "Other wording",
      person: "Written by",
    },
  },
  palette: {
    title: "What do you want to do?",
    menu: "All commands…",
    field: "A command",
    placeholder: "Type a word of it",
    list: "Commands",
    nothing: "No command with these words.",
    groups: { map: "The map", view: "Looking at it", places: "Going there", board: "The board" },
    showAs: (view: string) => `Show as: ${view.toLowerCase()}`,
    showPhase: (title: string) => `Go to the phase ${title}`,
    showMap: (title: string) => `Go to the map ${title}`,
    zoomTo: (n: number) => (n === 1 ? "Zoom to it" : "Zoom to them"),
    fitChosen: "Zoom to what is chosen",
    whole: "Zoom to 100 %",
    addLane: (kind: string) => `Add a lane: ${kind}`,
    shows: (variant: string) => `This map shows the journey ${variant}`,
  },
  minimap: {
    toggle: "Small map of everything",
    lost: "Nothing of the map is here.",
    back: "Back to the map",
  },
  present: {
    action: "Present",
    label: (title: string) => `Presenting ${title}`,
    leave: "Stop presenting",
    leaveKey: "Esc",
    next: "Next",
    previous: "Back",
    step: (index: number, count: number) => `${index} / ${count}`,
    noTouchpoints: "Nothing happens here yet.",
    noPhases: "This map has no phases yet.",
    notRated: "not rated yet",
    side: (who: string, felt: string) => `${who}: ${felt}`,
    people: (n: number) => (n === 1 ? "1 person" : `${n} people`),
    moment: "Moment of truth",
    onWholePhase: "The whole phase",
    hint: "Arrow keys go on and back, Esc stops.",
  },
};
