/** Words for starting a map from a template, and for the templates that people keep themselves. */
const phases = (n: number) => (n === 1 ? "1 phase" : `${n} phases`);
const lanes = (n: number) => (n === 1 ? "1 lane" : `${n} lanes`);

export const templateWords = {
  start: { title: "Start a map", go: "Start the map" },
  add: { title: "Add a map to this board", go: "Add the map" },
  name: "What is it about?",
  namePlaceholder: "Replacing a failed pump",
  customerType: "Whose journey is it?",
  customerTypePlaceholder: "Distributors",
  choose: "Start from",
  names: {
    blank: "A blank map",
    b2b: "B2B: distributor and end user",
    shop: "A visit to the shop",
    service: "A service case",
    onboarding: "Onboarding",
    encounter: "A customer encounter",
    townhall: "A town-hall table",
    csm: "Customer Scenario Mapping",
    blueprint: "A service blueprint",
    event: "An event or induction",
  },
  phases: (titles: string) => titles,
  own: {
    title: "Your templates",
    /** What it begins with, where its phases have no names. */
    size: (phaseCount: number, laneCount: number) => `${phases(phaseCount)}, ${lanes(laneCount)}`,
    rename: "Rename…",
    renameIt: (name: string) => `Rename… ${name}`,
    remove: "Remove",
    removeIt: (name: string) => `Remove ${name}`,
    newName: "Its new name",
    save: "Save the name",
    taken: "Another template of yours has this name.",
    empty: "It needs a name.",
    removed: (name: string) => `“${name}” was removed.`,
    bringBack: "Bring it back",
  },
  keep: {
    menu: "Save as a template…",
    title: "Save as a template",
    holds: (phaseCount: number, laneCount: number) =>
      `It keeps ${phases(phaseCount)} and ${lanes(laneCount)} with their names, and nothing that anybody wrote on the map.`,
    where: "It stays on this device and is offered whenever you start or add a map here.",
    name: "Name of the template",
    go: "Keep it",
    replaces: "You have one of this name. It will be replaced.",
    notKept: (most: number) =>
      `It was not kept: there are ${most} templates already, or this map has too many phases and lanes for one. Templates are removed where you start a map.`,
    kept: (name: string) => `“${name}” is kept as a template.`,
    keptOnPage: (name: string) =>
      `“${name}” is a template until this page is closed: this browser keeps nothing on the device.`,
  },
};
