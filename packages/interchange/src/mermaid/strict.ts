/** Reads a Mermaid `journey` exactly as the official parser (mermaid 12) does: what it refuses is refused here. */
import { shieldEntities, unshieldEntities } from "./entities.ts";
import { prepareStrictly } from "./prepare.ts";
import { type Token, type TokenKind, tokensOf } from "./tokens.ts";

export interface MermaidTask {
  readonly name: string;
  /** `NaN` where the official parser accepted text that is no number. */
  readonly score: number;
  readonly people: readonly string[];
  /** The name as the official parser keeps it (spaces, entity placeholders), when that differs. */
  readonly rawName?: string;
  readonly scoreIsNaN?: true;
}
export interface MermaidSection {
  readonly name: string;
  readonly tasks: readonly MermaidTask[];
  readonly rawName?: string;
  /** Tasks that stand before the first `section`. */
  readonly implicit?: true;
}
export interface MermaidJourney {
  readonly ok: true;
  readonly title: string;
  readonly sections: readonly MermaidSection[];
  readonly accTitle?: string;
  readonly accDescr?: string;
}
export interface MermaidRefusal {
  readonly ok: false;
  /** 1 = the source's first line. */
  readonly line: number;
  /** What stands there. */
  readonly text: string;
}

/** Strict reading. Never throws; scores are not checked against any range, because the official parser does not. */
export function parseMermaidStrictly(source: string): MermaidJourney | MermaidRefusal {
  let prepared: ReturnType<typeof prepareStrictly>;
  try {
    prepared = prepareStrictly(source);
  } catch (error) {
    return { ok: false, line: 1, text: error instanceof Error ? error.message : String(error) };
  }
  const text = `${shieldEntities(prepared.text)}\n`;
  if (!/^\s*journey/.test(text)) return refusalAt(source, text, 0);
  const reading = readStatements(text);
  return "refusedAt" in reading ? refusalAt(source, text, reading.refusedAt) : asJourney(reading, prepared.title);
}

interface Reading {
  title: string;
  accTitle: string;
  accDescr: string;
  sections: { rawName: string; implicit: boolean; tasks: MermaidTask[] }[];
}

/** The values that must follow the tokens that open something. */
const PARTNERS: Partial<Record<TokenKind, TokenKind>> = {
  accTitle: "accTitleValue",
  accDescr: "accDescrValue",
  taskName: "taskData",
};

function readStatements(text: string): Reading | { refusedAt: number } {
  const reading: Reading = { title: "", accTitle: "", accDescr: "", sections: [] };
  const tokens = tokensOf(text);
  let opener: Token | undefined;
  let started = false;
  for (const token of tokens) {
    if (!started) {
      if (token.kind !== "journey") return { refusedAt: token.at };
      started = true;
    } else if (opener) {
      if (token.kind !== PARTNERS[opener.kind]) return { refusedAt: token.at };
      takePair(reading, opener, token);
      opener = undefined;
    } else if (PARTNERS[token.kind]) {
      opener = token;
    } else if (token.kind === "end") {
      return reading;
    } else if (!takeSingle(reading, token)) {
      return { refusedAt: token.at };
    }
  }
  return { refusedAt: text.length };
}

/** `false` when the token cannot stand alone. */
function takeSingle(reading: Reading, token: Token): boolean {
  if (token.kind === "newline") return true;
  if (token.kind === "title") reading.title = token.text.slice("title ".length);
  else if (token.kind === "accDescrBlock") reading.accDescr = token.text.trim();
  else if (token.kind === "section") {
    reading.sections.push({ rawName: token.text.slice("section ".length), implicit: false, tasks: [] });
  } else return false;
  return true;
}

function takePair(reading: Reading, opener: Token, value: Token): void {
  if (opener.kind === "accTitle") reading.accTitle = value.text.trim();
  else if (opener.kind === "accDescr") reading.accDescr = value.text.trim();
  else {
    if (reading.sections.length === 0) reading.sections.push({ rawName: "", implicit: true, tasks: [] });
    reading.sections.at(-1)?.tasks.push(taskOf(opener.text, value.text));
  }
}

function taskOf(rawName: string, data: string): MermaidTask {
  const [score = "", people] = data.slice(1).split(":");
  const name = unshieldEntities(rawName).trim();
  const value = Number(score);
  return {
    name,
    score: value,
    people: (people ?? "").split(",").flatMap((person) => unshieldEntities(person).trim() || []),
    ...(name === rawName ? {} : { rawName }),
    ...(Number.isNaN(value) ? { scoreIsNaN: true } : {}),
  };
}

function asJourney(reading: Reading, frontMatterTitle: string): MermaidJourney {
  const title = sanitizedTitle(reading.title || frontMatterTitle);
  return {
    ok: true,
    title: unshieldEntities(title).trim(),
    sections: reading.sections.map(({ rawName, implicit, tasks }) => {
      const name = unshieldEntities(rawName).trim();
      return { name, tasks, ...(name === rawName ? {} : { rawName }), ...(implicit ? { implicit } : {}) };
    }),
    ...(reading.accTitle ? { accTitle: unshieldEntities(reading.accTitle) } : {}),
    ...(reading.accDescr ? { accDescr: unshieldEntities(reading.accDescr).replace(/\n\s+/g, "\n") } : {}),
  };
}

/** The official parser takes active content out of titles, and of titles only. Plain formatting stays. */
function sanitizedTitle(title: string): string {
  return title.replace(/<(script|style)\b[^>]*>.*?<\/\1\s*>/gi, "");
}

/** Front matter and comments are gone from the prepared text: the line is found again in the source by its words. */
function refusalAt(source: string, text: string, at: number): MermaidRefusal {
  const preparedLine = text.slice(0, at).split("\n").length;
  const words = unshieldEntities(text.split("\n")[preparedLine - 1] ?? "").trim();
  const sourceLines = source.split(/\r\n|\r|\n/);
  const found = sourceLines.findIndex(
    (line, index) => index >= preparedLine - 1 && unshieldEntities(shieldEntities(line)).trim() === words,
  );
  return { ok: false, line: found === -1 ? Math.min(preparedLine, sourceLines.length) : found + 1, text: words };
}
