/** Words of the listening: what colleagues see, what customers want to talk about, and the way from a note to a question. */
const minutes = (n: number) => (n === 1 ? "1 minute" : `${n} minutes`);

export const listenWords = {
  title: "You listen",
  lead: "Customers write and lead the talk. You read along, and write down what is for you alone.",
  questions: {
    next: (title: string, length: number) => `Your questions come right after this: “${title}”, ${minutes(length)}.`,
    later: (title: string, wait: number, length: number) =>
      `Your questions come in about ${minutes(wait)}: “${title}”, ${minutes(length)}.`,
    protected: "Nobody shortens that time without telling you.",
    none: "No time for questions is planned yet. What you ask is kept all the same.",
  },
  topics: {
    title: "What to talk about",
    close: "Close what to talk about",
    lead: "The customers' own list: what matters most stands on top.",
    readOnly: "Customers lead this list. You read along.",
    list: "Topics, in their order",
    empty: "No topic yet. What should be talked about first?",
    emptyToRead: "The customers have not begun their list yet.",
    fresh: "New topic",
    placeholder: "What we want you to hear",
    add: "Add it",
    build: "I build on this",
    buildOn: (text: string) => `Build on “${text}”`,
    buildField: "What you add to it",
    earlier: (text: string) => `Move “${text}” up`,
    later: (text: string) => `Move “${text}” down`,
    moved: (text: string, at: number, of: number) => `“${text}” is ${at} of ${of} now.`,
    added: (text: string) => `“${text}” is on the list.`,
    builtOn: (n: number) => (n === 1 ? "1 builds on this" : `${n} build on this`),
    reword: "Change the words",
    words: "Words of the topic",
    save: "Keep the change",
    remove: "Take it off the list",
    removed: "It is off the list.",
    bringBack: "Bring it back",
    more: (text: string) => `More for “${text}”`,
    withdrawn: "Its author has withdrawn these words.",
    by: (name: string) => `by ${name}`,
  },
  share: {
    ask: "Ask this",
    title: { question: "Ask this question?", card: "Make a card of this note?" },
    lead: {
      question: "Everybody reads a question, with your name. You have three.",
      card: "Everybody at the table reads a card, with your name.",
    },
    field: { question: "Your question", card: "Words of the card" },
    left: (n: number) => (n === 1 ? "This is your last question." : `You have ${n} questions left.`),
    noneLeft: "You have asked your three questions. The note stays with you.",
    about: (title: string) => `About “${title}”`,
    insult: (found: string) =>
      `“${found}” may read as talking down to a person. Would you say it to them? You can change the words, or go on with them.`,
    dontGetIt: (found: string) =>
      `“${found}”: what would have made it plain? That may be the better question. You can change the words, or go on with them.`,
    notLookedAt:
      "This device only knows unkind words of English. It has not looked at these: read them once as the other would.",
    onlyHere: "This was looked at on your device only. Nobody is told.",
    go: { question: "Ask it", card: "Make a card" },
    goAnyway: { question: "Ask it as it is", card: "Make a card as it is" },
    asked: "It is among the questions. Your note stays with you.",
    failed: "The question could not be kept on this device. Your note is still here.",
    tooLong: (most: number) => `A question has at most ${most} letters.`,
  },
};
