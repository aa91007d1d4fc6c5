/** Words about files that come in and go out: what was wrong, what was read another way, what is lost. */

/** The numbers and texts a sentence may need. */
type About = {
  readonly line?: number;
  readonly text?: string;
  readonly count?: number;
  readonly max?: number;
};

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes = 0) => Math.max(1, Math.round(bytes / MEGABYTE));
const quoted = (text = "") => (text ? ` “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”` : "");

const problems = {
  empty: () => "There is nothing in this file. Choose another one.",
  "too-large": ({ max }: About) =>
    `This file is too large for a map: more than ${megabytes(max)} MB. Save only the map's part of it.`,
  "too-many": ({ count, max }: About) =>
    `There is more in this file than one map can hold${count ? ` (${count})` : ""}${max ? `; ${max} is the most` : ""}. Split it into several files.`,
  binary: () =>
    "This is not a text that Sameside can read. Save it as CSV (from a spreadsheet), as a Mermaid journey, or as .sameside.",
  json: () => "This is JSON, not a map. Save it as CSV, as a Mermaid journey, or as .sameside.",
  markup: () => "This is a web page or XML, not a map. Save it as CSV, as a Mermaid journey, or as .sameside.",
  "other-diagram": ({ text }: About) =>
    `This is another kind of Mermaid diagram${quoted(text)}. Sameside reads “journey”.`,
  "no-journey": () => "No customer journey was found in this text. A Mermaid journey begins with the word “journey”.",
  "event-log": () =>
    "This looks like an event log: one row for each event, with times and case numbers. Sameside reads maps: a column for the phase and one for the touchpoint.",
  "no-columns": ({ text }: About) =>
    `No column for phases or touchpoints was found${text ? ` (found: ${text})` : ""}. Name them “Phase” and “Touchpoint” in the first row.`,
  "no-rows": () => "The table has a first row with names and nothing below it.",
  "mermaid-syntax": ({ text }: About) =>
    `This line is no part of a Mermaid journey${quoted(text)}. It should read “Task: 3: Person”.`,
  "sameside-damaged": () => "This .sameside file is damaged. Save it again where it comes from, or use another copy.",
  "sameside-foreign": () => "This is an archive, but not one that Sameside made.",
  "sameside-newer": () => "This file was made with a newer Sameside. Get the new version, then open it.",
  "sameside-too-large": ({ max }: About) =>
    `This .sameside file holds more than a map can${max ? ` (${megabytes(max)} MB is the most)` : ""}. It was not opened.`,
  "sameside-several": () => "This file holds everything of a device. Open it by itself, on the start page.",
};

const notes = {
  "score-unreadable": (text: string) => `no feeling could be read from “${text}”; the touchpoint has none`,
  "score-read-as": (text: string) => `the feeling was written as “${text}” and read as a number`,
  "score-missing": (text: string) => `“${text}” has no feeling`,
  "colon-in-name": (text: string) => `the name has a colon in it: “${text}”`,
  "part-dropped": (text: string) => `“${text}” was left out`,
  "hash-kept": (text: string) => `“#” was kept as it stands: “${text}”`,
  "semicolon-kept": (text: string) => `“;” was kept as it stands: “${text}”`,
  "full-width-colon": (text: string) => `a wide colon was read as a colon: “${text}”`,
  "keyword-case": (text: string) => `“${text}” was read as the word in small letters`,
  "line-skipped": (text: string) => `left out: “${text}”`,
  "description-dropped": (text: string) => `the description was left out: “${text}”`,
  "front-matter-unreadable": () => "the settings at the top could not be read",
  "other-diagram-skipped": (text: string) => `another kind of diagram was left out: “${text}”`,
  "row-skipped": (text: string) => `row left out: “${text}”`,
  "row-ragged": (text: string) => `this row has more or fewer cells than the first one: “${text}”`,
  "quote-unclosed": () => "a quotation mark is not closed; everything after it was read as one cell",
  "column-as-lane": (text: string) => `the column “${text}” became a lane of its own`,
  "column-ignored": (text: string) => `the column “${text}” was left out`,
  "moment-unreadable": (text: string) => `“${text}” was not read as a moment of truth`,
  "scale-unreadable": (text: string) => `“${text}” was not read as a scale`,
  "encoding-guessed": () => "the letters were not UTF-8; umlauts and accents may have been read wrongly",
  "text-cut": (text: string) => `too long for its place, cut: “${text}”`,
  "more-notes": (text: string) => `and ${text} more`,
};

const losses = {
  journeys: (n: number) => `${n} more ${n === 1 ? "map" : "maps"} on this board`,
  cards: (n: number) => `${n} ${n === 1 ? "card" : "cards"}`,
  channels: (n: number) => `the channel of ${n} ${n === 1 ? "touchpoint" : "touchpoints"}`,
  owners: (n: number) => `the owner of ${n} ${n === 1 ? "touchpoint or lane" : "touchpoints and lanes"}`,
  backstage: (n: number) => `that ${n} ${n === 1 ? "touchpoint is" : "touchpoints are"} backstage`,
  moments: (n: number) => `${n} ${n === 1 ? "moment" : "moments"} of truth`,
  "other-moments": (n: number) =>
    `${n} further ${n === 1 ? "moment" : "moments"} of truth on a touchpoint that has one`,
  lanes: (n: number) => `${n} ${n === 1 ? "lane" : "lanes"}`,
  "lane-names": (n: number) => `your own names of ${n} ${n === 1 ? "lane" : "lanes"}`,
  raters: (n: number) => `who felt what: ${n} ${n === 1 ? "touchpoint keeps" : "touchpoints keep"} only the average`,
  "rating-roles": (n: number) => `whose feeling it was, for ${n} ${n === 1 ? "touchpoint" : "touchpoints"}`,
  unrated: (n: number) => `that ${n} ${n === 1 ? "touchpoint was" : "touchpoints were"} not rated`,
  scale: () => "the scale people rated on",
  "customer-type": () => "the customer type",
  variant: () => "whether the map shows today, a plan or a wish",
  authors: (n: number) => `who wrote ${n === 1 ? "the card" : "the cards"}`,
  suggestions: (n: number) => `${n} suggested ${n === 1 ? "wording" : "wordings"}`,
  "overwritten-words": (n: number) => `${n} first ${n === 1 ? "wording" : "wordings"} of an author`,
  unplaced: (n: number) => `${n} unplaced ${n === 1 ? "card" : "cards"}`,
  evidence: (n: number) => `${n} ${n === 1 ? "piece" : "pieces"} of evidence`,
  comments: (n: number) => `${n} ${n === 1 ? "comment" : "comments"}`,
  claims: (n: number) =>
    `${n} ${n === 1 ? "claim and what was told beside it" : "claims and what was told beside them"}`,
  connectors: (n: number) => `${n} ${n === 1 ? "connection" : "connections"}`,
  facts: (n: number) => `${n} further ${n === 1 ? "fact" : "facts"} about the journey, its touchpoints and cards`,
};

export const fileWords = {
  problems,
  notes,
  losses,
  inLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  title: "Open a file",
  reading: "Reading…",
  cannot: "This file was not opened. Nothing was changed.",
  another: "Choose another file",
  found: (n: number) => (n === 1 ? "One map was found." : `${n} maps were found. Which do you want?`),
  takeAll: "All of them, on one board",
  which: "Which map",
  summary: (phases: number, touchpoints: number, cards: number) =>
    `${phases} ${phases === 1 ? "phase" : "phases"}, ${touchpoints} ${touchpoints === 1 ? "touchpoint" : "touchpoints"}, ${cards} ${cards === 1 ? "card" : "cards"}`,
  scale: "Which scale are the feelings on?",
  scaleSeen: (min: number, max: number) =>
    `The file has numbers from ${min} to ${max}. They are kept as they are; the scale says what is good and what is bad.`,
  scaleOption: (min: number, max: number) => `${min} to ${max}`,
  ownScale: "Another scale",
  ownMin: "Worst",
  ownMax: "Best",
  ownWrong: "Write two whole numbers, the smaller one first.",
  notesTitle: (n: number) => (n === 1 ? "One thing was read another way:" : `${n} things were read another way:`),
  open: "Open",
  untitled: "Untitled map",
};
