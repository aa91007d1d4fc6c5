/** Words of leaving before the end: what stands under one's name, what one will do, goodbye, and coming back. */
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const leavingWords = {
  menu: "I have to leave…",
  action: "I have to leave",
  part: (n: number) => `Part ${n} of 3`,
  back: "Back",
  notKept: "This device could not keep it. Free some space, then try again.",
  readBack: {
    title: "What stands under your name",
    lead: "Leave it as it is, put it right, or take it back. Whatever you do not touch stays.",
    none: "Nothing on this map stands under your name.",
    sum: (words: number, feelings: number) =>
      [words === 0 ? "" : count(words, "entry", "entries"), feelings === 0 ? "" : count(feelings, "feeling")]
        .filter((part) => part !== "")
        .join(" and "),
    waiting: (n: number) =>
      n === 1
        ? "One was written down for you and waits for your yes."
        : `${n} were written down for you and wait for your yes.`,
    readOnly:
      "In this step the map is only read, so nothing can be changed now. Tell who leads your table what is to be changed; or take back everything you said: More, “Withdraw my words…”.",
    list: "What stands under your name",
    kinds: {
      card: "Card",
      quote: "Said aloud",
      evidence: "Evidence",
      comment: "Comment",
      claim: "What you believe",
      account: "What you told",
      topic: "To talk about",
      feeling: "What you felt",
    },
    at: (kind: string, place: string) => (place === "" ? kind : `${kind} at “${place}”`),
    wrote: (name: string) => `${name} wrote it for you`,
    yes: "Yes, I said that",
    yesTo: (text: string) => `Yes, I said that: “${text}”`,
    correct: "Correct it",
    correctOf: (text: string) => `Correct it: “${text}”`,
    field: "In your words",
    keep: "Keep it so",
    cancel: "As it was",
    level: (place: string) => `How it felt at “${place}”`,
    takeBack: "Take it back",
    takeBackOf: (text: string) => `Take it back: “${text}”`,
    gone: "Taken back",
    bringBack: "Put it back",
    bringBackOf: (text: string) => `Put it back: “${text}”`,
    said: { yes: "It counts as yours.", corrected: "Corrected.", taken: "Taken back.", back: "It stands there again." },
    next: "It is right so",
    nextNone: "Go on",
  },
  commitment: {
    title: "What you will do",
    lead: "One thing that you take with you, in one sentence. The table and who runs the day read it with your name. Leave it empty if you like.",
    text: "What I will do",
    example: "For example: I ring two of them next week and ask.",
    due: "By when, if you know",
    wrong: "This does not fit. Say it in one sentence.",
    wrongDay: "Write the day as year, month and day.",
    go: "Say goodbye",
  },
  goodbye: {
    title: (name: string) => (name === "" ? "Thank you" : `Thank you, ${name}`),
    left: (time: string) =>
      `You left at ${time}. Your table and who runs the day see it: nobody waits for you, and no count counts you.`,
    happens: "What happens with it",
    stays: "What you wrote stays on the map, and the table goes on with it.",
    until: (day: string) => `Your words are kept until ${day}.`,
    withdraw: "You can take everything back at any time: More, “Withdraw my words…”.",
    commitment: (text: string) => `You will: “${text}”`,
    by: (text: string, day: string) => `You will, by ${day}: “${text}”`,
    waits:
      "There is no connection now. All of it is kept here, and goes to the table by itself as soon as this page reaches it again.",
    comeBack: "If you come back",
    here: (device: string) => `Open this page again on this ${device}, and you are counted again.`,
    elsewhere: "On another device: the code on your table card makes you the same person there.",
    code: "A code for another device…",
    stay: "I am staying after all",
    done: "Done",
  },
  line: {
    label: "You have left",
    text: (time: string) => `You said goodbye at ${time}. Nobody waits for you, and no count counts you.`,
    back: "I am here again",
    welcome: "Welcome back. You are counted again.",
    stillGone: "No, I have left",
  },
  /** In the list of who is here. */
  gone: (names: readonly string[]) => `Left already: ${names.join(", ")}`,
  at: (name: string, time: string) => `${name}, ${time}`,
  /** On the page of who runs the day. */
  room: {
    left: (n: number) => (n === 1 ? "1 person has left" : `${n} people have left`),
    commitments: "What people will do",
    none: "What somebody says they will do, when they leave, stands here.",
    hidden: (n: number) => `${count(n, "commitment")} · hidden while it is safe to show`,
    noDepartment: "Without a department",
    by: (day: string) => `by ${day}`,
  },
};
