/** English sentences of the command line for everything that readers and writers report: total over their codes. */
import type { Loss, LossCode, Note, NoteCode, Problem, ProblemCode, ScaleAnswer } from "@sameside/interchange";
import { formatScale } from "@sameside/interchange";

const PROBLEMS: Readonly<Record<ProblemCode, (problem: Problem) => string>> = {
  empty: () => "the file is empty; give a file with a journey in it.",
  "too-large": ({ count, max }) => `the file has ${megabytes(count)}; at most ${megabytes(max)} can be read. Split it.`,
  "too-many": ({ max }) => `the file holds too much for one board; at most ${max ?? 0} can be read. Split it.`,
  binary: () => "this is no text and no .sameside file; give a Mermaid journey, a CSV or TSV table, or plain lines.",
  json: () => "JSON files cannot be read yet; export the journey as CSV, Mermaid or .sameside.",
  markup: () => "this is an HTML or XML file; give a Mermaid journey, a CSV or TSV table, or plain lines.",
  "other-diagram": ({ text }) =>
    `this is another Mermaid diagram (${text || "unknown"}); only diagrams that begin with "journey" can be read.`,
  "no-journey": () => 'there is no journey in this file; a Mermaid journey begins with the word "journey".',
  "event-log": ({ count }) =>
    `this is a log of ${count ?? 0} single events, not a journey; give a table with a column for phases or touchpoints.`,
  "no-columns": ({ text }) =>
    `no column says "Phase" or "Touchpoint" (found: ${text ?? ""}); name the columns in the first row.`,
  "no-rows": () => "the table has a header and no rows; add a row per card or touchpoint.",
  "mermaid-syntax": ({ text }) =>
    `Mermaid does not accept this line: ${text ?? ""}; check it without --strict for help.`,
  "sameside-damaged": ({ text }) => `the file is damaged (${text ?? ""}); use another copy of it.`,
  "sameside-foreign": () => "this is a ZIP but no .sameside file; unpack it and give one of its files.",
  "sameside-newer": ({ count, max }) =>
    `the file has format ${count ?? "?"}, this program reads up to ${max ?? "?"}; use a newer Sameside.`,
  "sameside-too-large": ({ max }) => `unpacked, the file would be larger than ${megabytes(max)}; it was not unpacked.`,
  "sameside-several": () => "the file holds several workshops; open it in the app and save a copy of the one you want.",
};

const NOTES: Readonly<Record<NoteCode, (text: string) => string>> = {
  "score-unreadable": (text) => `no number could be read as a score; left unrated: ${text}`,
  "score-read-as": (text) => `the score is not written as Mermaid has it; read with good will: ${text}`,
  "score-missing": (text) => `no score; left unrated: ${text}`,
  "colon-in-name": (text) => `a colon in a name; the last number was read as the score: ${text}`,
  "part-dropped": (text) => `more was given than can be kept; left out in: ${text}`,
  "hash-kept": (text) => `"#" kept as text, Mermaid would cut or refuse the line: ${text}`,
  "semicolon-kept": (text) => `";" read as text, Mermaid would refuse the line: ${text}`,
  "full-width-colon": (text) => `a full-width colon was read as ":": ${text}`,
  "keyword-case": (text) => `Mermaid wants "journey" in lower case: ${text}`,
  "line-skipped": (text) => `left out, it is no part of a journey: ${text}`,
  "description-dropped": (text) => `the description for screen readers has no place in a map; left out: ${text}`,
  "front-matter-unreadable": (text) => `the front matter is no YAML; left out: ${text}`,
  "other-diagram-skipped": (text) => `another diagram (${text}) was left out`,
  "row-ragged": (text) => `the row has more cells than the header; the rest was left out: ${text}`,
  "quote-unclosed": () => "a quote is opened and never closed; the rest of the file was read as one cell",
  "column-as-lane": (text) => `the column "${text}" is not known; it became a lane of its own`,
  "column-ignored": (text) => `the column "${text}" was left out`,
  "moment-unreadable": (text) => `a moment's value is a whole number from -3 to 3; read with good will: ${text}`,
  "scale-unreadable": (text) => `no scale could be read (write 1..5): ${text}`,
  "encoding-guessed": (text) => `the text is not UTF-8; read as ${text}`,
  "text-cut": (text) => `too long for its field; cut, where it was a title or a card with the whole in a card: ${text}`,
  "more-notes": (text) => `and ${text} more`,
};

const LOSSES: Readonly<Record<LossCode, string>> = {
  journeys: "further journeys (the format holds one)",
  cards: "cards",
  channels: "touchpoints' channels",
  owners: "owners",
  backstage: "backstage marks",
  moments: "moments of truth",
  "other-moments": "moments of truth set at the same time as another (only the first is kept)",
  lanes: "lanes",
  "lane-names": "lanes with the same kind and name as another (written as one)",
  raters: "ratings (each touchpoint keeps one number, the mean)",
  "rating-roles": "touchpoints rated by others than customers (the role is not kept)",
  unrated: "touchpoints without a rating (drawn as 3, marked in a comment)",
  scale: "scale (converted to 1..5)",
  "customer-type": "customer type",
  variant: "variant (ideal, planned or what-if)",
  authors: "authors of cards",
  suggestions: "suggestions",
  "overwritten-words": "first wordings of cards that others changed",
  unplaced: "things without a place",
  evidence: "evidence",
  comments: "comments and answers",
  claims: "claims with their accounts",
  connectors: "connections",
  facts: "further facts (persona, goal, duration, tags, metrics …)",
};

export function problemSentence(problem: Problem): string {
  return PROBLEMS[problem.code](problem);
}

export function noteSentence(note: Note): string {
  return NOTES[note.code](oneLine(note.text));
}

export function lossSentence(loss: Loss): string {
  return `lost: ${LOSSES[loss.code]}: ${loss.count}`;
}

/** What to say when the scale of the scores must be given. */
export function scaleSentence(scale: Extract<ScaleAnswer, { ask: true }>): string {
  const examples = scale.suggestions.slice(0, 3).map(formatScale).join(", ");
  const such = examples ? ` (such as ${examples})` : "";
  return `scores run from ${scale.min} to ${scale.max}, beyond 1..5; say which scale they are on with --scale MIN..MAX${such}.`;
}

function megabytes(bytes: number | undefined): string {
  return `${Math.round(((bytes ?? 0) / 1024 / 1024) * 10) / 10} MB`;
}

const MAX_SHOWN = 160;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
