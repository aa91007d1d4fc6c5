/**
 * Tokens of Mermaid's journey grammar, in the official order: the first rule that matches wins, whatever its length.
 * The order is the behaviour (a task that begins with `title ` is a title), so it must not be tidied.
 */

export type TokenKind =
  | "journey"
  | "title"
  | "section"
  | "taskName"
  | "taskData"
  | "accTitle"
  | "accTitleValue"
  | "accDescr"
  | "accDescrValue"
  | "accDescrBlock"
  | "newline"
  | "colon"
  | "end"
  | "abruptEnd"
  | "invalid";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset into the text that was handed in. */
  readonly at: number;
}

type State = "statement" | "accTitle" | "accDescr" | "accBlock";
interface Rule {
  readonly pattern: RegExp;
  /** Absent: skipped. */
  readonly kind?: TokenKind;
  readonly enter?: State;
}

const RULES_BY_STATE: Readonly<Record<State, readonly Rule[]>> = {
  statement: [
    { pattern: /%(?!\{)[^\n]*/iy },
    { pattern: /[^}]%%[^\n]*/iy },
    { pattern: /[\n]+/iy, kind: "newline" },
    { pattern: /\s+/iy },
    { pattern: /#[^\n]*/iy },
    { pattern: /journey\b/iy, kind: "journey" },
    { pattern: /title\s[^#\n;]+/iy, kind: "title" },
    { pattern: /accTitle\s*:\s*/iy, kind: "accTitle", enter: "accTitle" },
    { pattern: /accDescr\s*:\s*/iy, kind: "accDescr", enter: "accDescr" },
    { pattern: /accDescr\s*\{\s*/iy, enter: "accBlock" },
    { pattern: /section\s[^#:\n;]+/iy, kind: "section" },
    { pattern: /[^#:\n;]+/iy, kind: "taskName" },
    { pattern: /:[^#\n;]+/iy, kind: "taskData" },
    { pattern: /:/iy, kind: "colon" },
    { pattern: /$/iy, kind: "end" },
    { pattern: /./iy, kind: "invalid" },
  ],
  accTitle: [{ pattern: /[^\n]*/iy, kind: "accTitleValue", enter: "statement" }],
  accDescr: [{ pattern: /[^\n]*/iy, kind: "accDescrValue", enter: "statement" }],
  accBlock: [
    { pattern: /[}]/iy, enter: "statement" },
    { pattern: /[^}]*/iy, kind: "accDescrBlock" },
  ],
};

/**
 * All tokens of a prepared text. The last is `end`, or `abruptEnd` where the text stops inside a statement: then no
 * reading accepts it.
 */
export function* tokensOf(text: string): Generator<Token, void> {
  let state: State = "statement";
  let at = 0;
  let atEnd = false;
  while (!atEnd) {
    atEnd = at >= text.length;
    const { rule, match } = firstMatch(RULES_BY_STATE[state], text, at);
    if (rule.kind) yield { kind: rule.kind, text: match, at };
    at += match.length;
    state = rule.enter ?? state;
  }
  yield { kind: "abruptEnd", text: "", at };
}

function firstMatch(rules: readonly Rule[], text: string, at: number): { rule: Rule; match: string } {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match) return { rule, match: match[0] };
  }
  // The rules are complete but for characters that `.` does not match (U+2028 …), which white space took before.
  return { rule: { pattern: /(?:)/, kind: "invalid" }, match: text[at] ?? "" };
}
