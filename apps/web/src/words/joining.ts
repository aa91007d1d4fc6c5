/** Words of joining: who somebody is today, what they agree to, the role card, and the day so far for who comes late. */
const hoursAndMinutes = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const inHours = hours === 1 ? "1 hour" : `${hours} hours`;
  if (hours === 0) return rest === 1 ? "1 minute" : `${rest} minutes`;
  return rest === 0 ? inHours : `${inHours} ${rest} minutes`;
};

export const joiningWords = {
  step: (n: number) => `Step ${n} of 2`,
  next: "Go on",
  known: (name: string) => `This is ${name}’s own code. Not you? Ask for yours: whoever comes by it is ${name} here.`,
  consent: {
    title: "What it is, and what you agree to",
    about: "About this workshop",
    question: "The question",
    noQuestion: "Together you draw what it is really like to be a customer, on one map that everybody sees.",
    long: "How long",
    minutes: (minutes: number) => `About ${hoursAndMinutes(minutes)}.`,
    runs: "Who runs it",
    noRunner: "Nobody is named yet: ask who invited you.",
    behind: "Who stands behind it",
    keeper: "Who keeps it",
    noKeeper: "The laptop that shares this map. Nobody is named yet: ask who invited you.",
    until: "Until when",
    untilDay: (day: string) => `Your words are kept until ${day}.`,
    noUntil: "No day is set yet: ask who invited you.",
    back: "To take it back",
    backText:
      "More, then “Withdraw my words…”: at any time, without a reason. Your words, pictures and ratings are then emptied everywhere.",
    sees: "What those who run the day see of you",
    seesLead:
      "They see how often each person has written, rated or spoken, as a number: so that nobody is left out. It is deleted at the end of the day, and no screen shows it. And what you tell them yourself:",
    /** By topic: what facilitators and moderators read, and others at the table do not. */
    helpersRead: {
      guardian: "whether a parent or guardian agreed for you",
      roleCard: "which rules of the role card you have ticked",
      preTask: "which tasks before the day you have done",
      needs: "what you said that you need, to take part",
      reaction: "the lines you send from the stands, before a screen shows them",
      seen: "which of their messages you have read",
      help: "that your table asks for help",
      spoke: "how often you spoke",
      proposal: "changes that you send them, to decide about",
      device: "how many changes of yours have not left a phone or laptop of yours yet",
    },
    /** By room: what some see while the customers of a table do not. */
    seenBeside: {
      own: (roles: string) => `your table’s map, also in steps in which it is closed to you: ${roles}`,
      other: (roles: string) => `the maps of the other tables: ${roles}`,
      plan: (roles: string) => `what was planned: ${roles}`,
      questions: (roles: string) => `the questions: ${roles}`,
      findings: (roles: string) => `what the workshop found: ${roles}`,
    },
    purposes: {
      words: { label: "I take part, and my words are kept", note: "Needed: without it there is no seat." },
      quote: { label: "Quote me in the report", note: "Without my name." },
      media: { label: "Photos and sound with me in it", note: "Each one is still asked about." },
      training: { label: "Use what I said to train colleagues" },
      contact: { label: "Contact me again" },
      printName: { label: "Print my name" },
    },
    needed: "To take part",
    refusable: "Only if you like; you can take part without any of these",
    under: (age: number) => `I am under ${age}`,
    guardian: "My parent or guardian has read this with me, and agrees",
    wordsMissing: "Tick “I take part, and my words are kept” first. You are free to leave instead.",
    guardianMissing: "Somebody who looks after you has to agree with you first.",
    notKept: "This device could not keep it. Free some space, then try again.",
    leave: "Not now",
    menu: "My consent…",
    dialogTitle: "What you agreed to",
    dialogLead: "You can change it at any time. It holds at once, on every device of the workshop.",
    withdrawHint: "To take this one back, withdraw your words: More, “Withdraw my words…”.",
    save: "Keep it so",
    saved: "What you agree to was changed.",
  },
  table: {
    title: "Which table are you at?",
    lead: "Each table draws a map of its own. You see and write on the one of yours.",
    unnamed: (n: number) => `Table ${n}`,
    missing: "Choose your table first. If you do not know it yet, wait until somebody seats you.",
    wait: "I don’t know yet",
  },
  roleCard: {
    title: "Your role card",
    lead: "You are here for what customers have to say. Tick each rule once you have read it, and why it is there.",
    listenLead:
      "This step is for listening. Tick each rule first, whatever your position: it opens the map for you, too.",
    why: "Why:",
    rules: {
      silence: {
        rule: "While customers speak, I do not interrupt",
        why: "They set the direction, and build on what the others say. One word from us, and they answer us instead.",
      },
      notes: {
        rule: "I write down what I hear, in their words",
        why: "My notes stay on my device. What I want to say keeps until it is asked for.",
      },
      defend: {
        rule: "I do not explain, correct or defend",
        why: "What they lived is true for them, also where our records say otherwise. That is what we came to hear.",
      },
      questions: {
        rule: "I keep my questions, and choose the three best",
        why: "There is time for them afterwards, and it is protected. Nobody shortens it because the day runs late.",
      },
      person: {
        rule: "I talk about what happened, never about the person",
        why: "We sit on the same side of the table: there is no back room, and nothing is said here that they may not hear.",
      },
    },
    not: "What not to say",
    notSaid: [
      "“Actually, our policy is …”",
      "“That must have been a misunderstanding.”",
      "“You could simply have …”",
      "“Nobody else has that problem.”",
    ],
    left: (n: number) => (n === 1 ? "1 rule is not ticked yet." : `${n} rules are not ticked yet.`),
    go: "To the map",
    later: "Later",
    line: "Before customers speak: read your role card.",
    read: "Read it",
    menu: "My role card",
    notKept: "This device could not keep the tick. Free some space, then try again.",
  },
  soFar: {
    title: "The day so far",
    lead: "You come into the middle of it. In one minute:",
    question: "The question",
    decides: (decision: string) => `It decides: ${decision}`,
    now: "Now",
    step: (title: string, n: number, of: number) => `${title} (step ${n} of ${of})`,
    before: "Already done",
    map: "The map",
    size: (phases: number, touchpoints: number, cards: number) =>
      [
        phases === 1 ? "1 phase" : `${phases} phases`,
        touchpoints === 1 ? "1 touchpoint" : `${touchpoints} touchpoints`,
        cards === 1 ? "1 card" : `${cards} cards`,
      ].join(", "),
    highlights: "What stands out",
    wins: (title: string) => `${title}: we win them here`,
    loses: (title: string) => `${title}: we lose them here`,
    delights: (title: string) => `${title}: feels good`,
    hurts: (title: string) => `${title}: hurts`,
    go: "To the map",
  },
};
