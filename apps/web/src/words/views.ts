/** Words for what of a map somebody has before them: hidden, folded, pinned, left out, side by side, and saved views. */
const cards = (n: number) => (n === 1 ? "1 card" : `${n} cards`);
const lanes = (n: number) => (n === 1 ? "1 lane" : `${n} lanes`);
const phases = (n: number) => (n === 1 ? "1 phase" : `${n} phases`);
const feelings = (n: number) => (n === 1 ? "1 feeling" : `${n} feelings`);

const listed = (parts: readonly string[]) => {
  const some = parts.filter((part) => part !== "");
  return some.length < 2 ? some.join("") : `${some.slice(0, -1).join(", ")} and ${some.at(-1)}`;
};

export const viewWords = {
  cards,
  hide: "Hide",
  fold: "Fold up",
  unfold: "Unfold",
  pin: "Pin",
  unpin: "Unpin",
  nowHidden: (title: string) => `${title} is hidden, for you only.`,
  folded: (title: string) => `${title} is folded up, for you only.`,
  unfolded: (title: string) => `${title} is open again.`,
  pinned: (title: string) => `${title} stays in view.`,
  unpinned: (title: string) => `${title} moves with the map again.`,
  allShown: "Everything is shown.",
  /** Name of a folded lane or phase. */
  foldedName: (name: string, n: number) => `${name}, folded, ${cards(n)}`,
  open: (name: string) => `Unfold ${name}`,
  /** What is out of sight: always in view while it is so. */
  outOfSight: (laneCount: number, phaseCount: number, cardCount: number, feelingCount: number) =>
    `${listed([
      laneCount > 0 ? lanes(laneCount) : "",
      phaseCount > 0 ? phases(phaseCount) : "",
      cardCount > 0 ? cards(cardCount) : "",
      feelingCount > 0 ? feelings(feelingCount) : "",
    ])} hidden`,
  showAll: "Show all",
  choose: "Choose…",
  selectedHidden: "What is selected is out of sight.",
  showSelected: "Show it",
  dialog: {
    menu: "What is shown…",
    title: "What is shown",
    lead: "For you, on this device. Nothing on the map changes, and the others see what they chose.",
    lanes: "Lanes",
    phases: "Phases",
    ways: { shown: "Open", folded: "Folded", hidden: "Hidden" },
    how: (name: string) => `How ${name} is shown`,
    always: "always there",
    pin: (name: string) => `Pin ${name}: it stays in view`,
    pinWord: "Pin",
    leftOut: "Cards and feelings",
    leftOutNote: "Only what is ticked in each list is shown.",
    kinds: "Kind",
    grades: "How we know",
    roles: "Who wrote it",
    customerTypes: "Customers of type",
    showAll: "Show everything",
    done: "Done",
  },
  printHidden: {
    label: "What is hidden",
    leave: "Leave it out",
    print: "Print it too",
  },
  beside: {
    add: (title: string, variant: string, customerType: string) =>
      `Beside it: “${title}”, ${customerType === "" ? variant : `${customerType}, ${variant}`}`,
    stacked: "Below each other",
    row: "Side by side",
    close: (title: string) => `Put ${title} away`,
    map: (title: string, customerType: string) => (customerType === "" ? title : `${title} · ${customerType}`),
    active: (title: string) => `${title}: keys and tools are for this map`,
    goTo: (title: string) => `Go to ${title}`,
  },
  wheel: { pan: "Wheel moves the map", zoom: "Wheel zooms" },
  saved: {
    menu: "Views…",
    title: "Views",
    lead: "A view keeps what is shown, how, and where. Views stay on this device; a link gives one to whoever is at this board.",
    name: "Name of the view",
    placeholder: "Only what hurts",
    keep: "Keep this view",
    kept: (name: string) => `“${name}” was kept.`,
    none: "No view has been kept yet.",
    show: (name: string) => `Show ${name}`,
    copy: (name: string) => `Copy the link of ${name}`,
    copyWord: "Link",
    copied: "The link was copied.",
    notCopied: "The browser did not copy it. Here it is:",
    forget: (name: string) => `Forget ${name}`,
    full: (most: number) => `More than ${most} views are not kept. Forget one first.`,
    shown: (name: string) => `The view “${name}” is shown.`,
    shownLink: "The view of the link is shown.",
    badLink: "The view of this link cannot be read. The map is shown as you had it.",
    otherMap: "The map of this view is no longer on this board.",
    missing: (n: number) =>
      n === 1
        ? "One lane or phase of this view is no longer on the map; the rest is shown."
        : `${n} lanes or phases of this view are no longer on the map; the rest is shown.`,
  },
};
