/** Words of the page of who runs the day. */
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const minutes = (ms: number) => count(Math.max(1, Math.round(ms / 60_000)), "minute");

/** How its keys are written. */
const keys = { safe: "S", sheet: "?" };
const hides = "names, quotes and who is quiet are hidden; again: shown";

/** What the sheet of keys says of this page. */
export const roomKeys = {
  title: "In the room",
  rows: [[keys.safe, `safe to show: ${hides}`]],
};

export const roomWords = {
  keys,
  keysDialog: {
    title: "Keys",
    groups: [{ title: roomKeys.title, rows: [...roomKeys.rows, [keys.sheet, "this sheet"]] }],
  },
  documentTitle: (title: string) => `${title}: the room · Sameside`,
  open: "The room: all tables",
  notYours: {
    title: "This page is for who runs the workshop",
    text: "You have no seat that leads this workshop. Go back, or ask a facilitator to give you one.",
  },
  facts: (tables: number, here: number) => `${count(tables, "table")} · ${count(here, "person", "people")} here`,
  prepare: "Prepare",
  tables: "Tables",
  alone: "This workshop is on this laptop only. Share it from a table's map, so that the tables can be followed.",
  rights: {
    lead: "In this step",
    everybody: "customers and colleagues write on their own table's map",
    customers: "customers write on their table's map, colleagues read and listen",
    nobody: "the maps stay as they are; customers and colleagues read",
    mixed: "customers and colleagues have different rights",
    kept: "the room makes sure",
  },
  safe: {
    on: "Safe to show",
    off: "Not safe to show",
    hint: "Names, quotes and who is quiet are hidden, for a screen that others see.",
  },
  needs: {
    title: "Who needs me",
    nobody: "No table asks for help.",
    go: (table: string) => `Go to ${table}`,
    asks: (ms: number) => (ms < 60_000 ? "asks for help" : `asks for help, ${minutes(ms)} ago`),
  },
  table: {
    open: (table: string) => `Open the map of ${table}`,
    here: (n: number) => (n === 0 ? "nobody is connected" : `${count(n, "person", "people")} here`),
    done: (n: number, of: number) => (n === of ? "done" : `${n} of ${of} done`),
    quiet: (ms: number) => `nothing new for ${minutes(ms)}`,
    quietPeople: (names: readonly string[]) =>
      names.length > 3 ? `${names.length} people are quiet` : `quiet: ${names.join(", ")}`,
    rated: (n: number, of: number) => `${n}/${of} rated`,
    ratedLabel: (n: number, of: number) => `${n} of ${count(of, "touchpoint")} rated`,
    cards: (n: number) => count(n, "card"),
    empty: "no touchpoints yet",
    complete: "complete",
    lacks: (parts: readonly string[]) => `still missing: ${parts.join("; ")}`,
    lacksOf: {
      "no-operational": (places: string) => `what happens in ${places}`,
      "no-emotional": (places: string) => `feelings in ${places}`,
      "no-metric": (places: string) => `a measure for ${places}`,
    },
    phases: (n: number) => count(n, "phase"),
    touchpoints: (n: number) => count(n, "touchpoint"),
    few: (fewest: number) => `Its curve shows as soon as ${fewest} people have rated.`,
  },
  messages: {
    action: "Message all",
    title: "Say something to the tables",
    text: "What do you want to say?",
    to: "To",
    all: "All tables",
    send: "Send",
    said: "What you said",
    heard: "From who runs the day:",
    read: "Read",
    readBy: (n: number, of: number) => `read by ${n} of ${of}`,
    takeBack: (text: string) => `Take back: ${text}`,
  },
  contradictions: {
    title: (n: number) => `Open contradictions${n > 0 ? ` ${n}` : ""}`,
    none: "A claim of a colleague that customers tell differently stands here.",
    hidden: (n: number) => `${count(n, "contradiction")} · hidden while it is safe to show`,
    byColleague: "a colleague",
    account: (table: string) => `told at ${table}`,
  },
  unowned: {
    title: (n: number) => `Nobody here owns these ${n}`,
    away: (owner: string) => `${owner}: nobody from there`,
    nobody: "nobody owns this yet",
    more: (n: number) => `and ${n} more`,
  },
  nextSteps: {
    title: (n: number) => `Next steps${n > 0 ? ` ${n}` : ""}`,
    none: "What a table settles by “we change it” stands here.",
    from: (touchpoint: string, table: string) => `from “${touchpoint}”, ${table}`,
    noOwner: "nobody owns this yet",
  },
  moments: {
    title: "Moments of truth so far",
    none: "Touchpoints that a table marks with M stand here.",
    tables: (n: number) => count(n, "table"),
    value: (value: number) => (value > 0 ? `creates value, +${value}` : `destroys value, −${Math.abs(value)}`),
  },
};
