/** Words about changes that the table did not take: set aside, sent to who leads it, taken or declined. */
const changes = (n: number) => (n === 1 ? "1 change" : `${n} changes`);

export const asideWords = {
  line: {
    closed: (n: number) =>
      n === 1
        ? "Set aside: 1 of your changes is kept apart, because you may not write here now."
        : `Set aside: ${n} of your changes are kept apart, because you may not write here now.`,
    open: (n: number) =>
      n === 1
        ? "Set aside: 1 of your changes is kept apart. You may write here again."
        : `Set aside: ${n} of your changes are kept apart. You may write here again.`,
    sent: (n: number) => `Sent to the facilitator: ${changes(n)}. Nobody has decided yet.`,
    taken: (taken: number, of: number) => `The facilitator took ${taken} of the ${changes(of)} that you sent.`,
    declined: "The facilitator did not take the changes that you sent.",
    decide: "Decide…",
    look: "Look",
  },
  dialog: {
    title: "Your changes that were set aside",
    why: "When they reached the table, this map was closed to you. Nothing is lost: they are kept on this device, apart from the map, until you decide.",
    sentWhy: "The facilitator sees what these would change, and takes it or not. They stay on this device, too.",
    word: (word: string) => `They say: “${word}”`,
    what: "What they would change:",
    nothing: "All of it is on the map already, or was changed again since.",
    unreadable: "What they would change cannot be shown here.",
    more: (n: number) => `… and ${n} more`,
    putBack: "Put them back",
    putBackHint: "You may write on this map now.",
    isOut:
      "Your seat in this workshop had ended before they went out. Nothing is lost: they are kept on this device, apart from the map, until you decide. Once you have joined again with a code of your own you can send them to the facilitator.",
    send: "Send to the facilitator",
    sendHint: "They see what would change, and take it under their name. Your words stay yours.",
    copy: "Copy to my notes",
    copyHint: "The words only; on this device, where nobody else sees them.",
    discard: "Discard…",
    discardQuestion: (n: number) => `Discard ${changes(n)}? They are then nowhere any more.`,
    discardGo: "Discard them",
    takeBack: "Take it back",
    done: "All right",
    doneHint: "All of it is on the map. It need not be kept here any more.",
  },
  told: {
    putBack: (n: number) => `Put back: ${changes(n)}.`,
    sent: "Sent. It goes out as soon as there is a connection.",
    copied: (n: number) => (n === 1 ? "1 note written." : `${n} notes written.`),
    discarded: "Discarded.",
    takenBack: "Taken back. They are set aside on this device, as before.",
    done: "All of it is on the map.",
    tooLarge: "These changes are too many to send. Copy them to your notes, or ask to write again and put them back.",
    failed: (reason: string) => `That did not work, and everything is as it was: ${reason}`,
  },
  proposal: {
    line: (name: string, n: number) => `${name} proposes ${changes(n)}.`,
    look: "Look at them",
    title: (name: string) => `${name} proposes`,
    lead: "These were written when the map was closed to their person. Take what shall stand on it: words stay their author's, and one undo takes it all away again.",
    opening: "Unpacking…",
    broken: "This proposal cannot be read. Ask its person to send it again.",
    nothing: "All of it is on the map already, or was changed again since.",
    leftOut: (n: number) =>
      n === 1
        ? "1 more cannot be taken: it is somebody else's word, or of a newer Sameside."
        : `${n} more cannot be taken: they are somebody else's words, or of a newer Sameside.`,
    list: "Proposed changes",
    all: "Tick all",
    none: "Tick none",
    take: (n: number) => `Take ${changes(n)}`,
    word: "A word to them, if you like",
    decline: "Do not take them",
    close: "All right",
    taken: (n: number) => `Taken: ${changes(n)}.`,
    declined: "They are told.",
  },
  /** One change in a list: what was done to what. Keys are the model's. */
  how: {
    added: (what: string) => `New: ${what}`,
    removed: (what: string) => `Removed: ${what}`,
    restored: (what: string) => `Brought back: ${what}`,
    moved: (what: string) => `Moved: ${what}`,
    reworded: (what: string) => `New words: ${what}`,
    changed: (what: string) => `Changed: ${what}`,
  },
  what: {
    journeys: (title: string) => `map “${title}”`,
    phases: (title: string) => `phase “${title}”`,
    lanes: (name: string) => `lane “${name}”`,
    touchpoints: (title: string) => `touchpoint “${title}”`,
    cards: (text: string) => `card “${text}”`,
    ratings: () => "how it felt to them",
    moments: (reason: string) => (reason === "" ? "moment of truth" : `moment of truth “${reason}”`),
    suggestions: (text: string) => `other words for a card: “${text}”`,
    evidence: (text: string) => `evidence “${text}”`,
    comments: (text: string) => `comment “${text}”`,
    connectors: (label: string) => (label === "" ? "connection" : `connection “${label}”`),
    claims: (text: string) => `belief “${text}”`,
    accounts: (text: string) => `account “${text}”`,
    topics: (text: string) => `topic “${text}”`,
    quotes: (text: string) => `words somebody said: “${text}”`,
  },
  noTitle: "without words",
};
