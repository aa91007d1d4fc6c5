/** Words of withdrawing what one has said. */
export const withdrawalWords = {
  title: "Withdraw my words?",
  text: "Your cards, comments, questions, notes and answers, your photos and sounds, your ratings and your name are emptied: on this device, at the relay, and on every device of the workshop at its next contact. Nobody can bring them back, and neither can you.",
  stays:
    "The map keeps its shape: an empty card stays where yours was, with what others wrote on it. Titles of phases and touchpoints stay.",
  go: "Withdraw for good",
  problem: "This device could not store it. Free some space, then try again.",
  doneTitle: "Your words are withdrawn",
  progress: "How far it is",
  here: {
    done: "Emptied on this device.",
    untilConnected: (what: string) => `On this device, ${what}: once the relay has heard of it.`,
    untilEmptied: (what: string) => `On this device, ${what}: once who runs the workshop has emptied it.`,
  },
  relay: {
    done: "Emptied at the relay, out of its stored bytes too.",
    gone: (what: string) => `At the relay, ${what}: emptied, out of its stored bytes too.`,
    untilConnected: (what: string) => `At the relay, ${what}: as soon as this device has a connection.`,
    elsewhere:
      "At the relay, wherever else you wrote: as soon as somebody who runs the workshop has it open with a connection.",
  },
  others: "On other devices: at their next contact.",
  where: {
    thisMap: "the map of this table",
    map: (table: string) => (table === "" ? "the map of another table" : `the map of ${table}`),
    plan: "the plan",
    questions: "the questions",
    findings: "the findings",
  },
  left: "Files that left this device before",
  noneLeft: "None that this device knows of.",
  file: (name: string, when: string) => `${name}, saved ${when}`,
  elsewhere:
    "A file that was saved, and a backup of the relay, cannot be called back. Ask the facilitator which ones there are.",
  browser:
    "On a device the browser may keep what was overwritten in files of its own for a while. No page reads them, and none can remove them: deleting this site's data in the browser does, with everything else that is here.",
  /** In the place of a card's words. */
  emptied: "withdrawn",
  emptiedLong: "Its author has withdrawn what stood here.",
};
