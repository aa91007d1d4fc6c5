/** Words of what one person writes down for another, until that person has said yes. */
export const writtenForWords = {
  /** On a card. */
  mark: (name: string) => `for ${name}`,
  title: (name: string) => `Written for ${name}, who has not agreed yet`,
  onPaper: "written for another, not agreed yet",
  /** In a card's panel. */
  by: (writer: string, author: string) => `${writer} wrote this for ${author}. It is assumed until ${author} agrees.`,
  byYou: (author: string) => `You wrote this for ${author}. It is assumed until ${author} agrees.`,
  forYou: (writer: string) => `${writer} wrote this for you. It is assumed until you agree.`,
  writing: {
    label: "For whom you write",
    lead: "You write",
    self: "for yourself",
    forPerson: (name: string) => `for ${name}`,
    on: (name: string) => `What you add now are ${name}’s words. They count once ${name} has said yes to each.`,
    ended: (name: string) => `You no longer write for ${name}. What you add now are your own words.`,
  },
  awaiting: {
    label: "Written for you",
    wrote: (name: string) => `${name} wrote this for you`,
    at: (place: string) => ` at “${place}”`,
    count: (n: number) => (n === 1 ? "" : ` · ${n} to look at`),
    yes: "That is what I said",
    correct: "Correct it",
    no: "I did not say that",
    field: "What you said",
    keep: "Keep it so",
    readOnly: "You can say yes once writing is open again.",
    agreed: "It counts as yours from here on.",
    taken: "It was taken away.",
    bringBack: "Bring it back",
  },
  /** For who wrote it down. */
  declined: {
    label: "Not their words",
    said: (name: string) => `${name} says: “I did not say that.”`,
    what: (name: string) =>
      `It is off the map, and that is all. Ask ${name} how they would put it and write that; or let it go.`,
    readOnly: "It is off the map, and that is all. You can correct it once writing is open again; or let it go.",
    correct: "Correct it",
    letGo: "Let it go",
    field: (name: string) => `What ${name} said`,
    ask: (name: string) => `Ask ${name} again`,
    cancel: "As it was",
  },
  helper: {
    menu: "Somebody writes for me…",
    title: "Somebody writes for me",
    lead: "Choose who writes your words on the map. You say yes to each before it counts, and can end this at any time.",
    label: "Who writes for you",
    nobody: "Nobody writes for me",
    none: "Nobody who helps at this table is here at the moment.",
    role: (name: string, role: string) => `${name}, ${role}`,
    notKept: "This device could not keep it. Free some space, then try again.",
    done: "Done",
  },
};
