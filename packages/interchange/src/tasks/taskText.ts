/**
 * Tasks before the day as a plain text that travels by mail: written, ticked and filled in by its person in whatever
 * program, quoted or not, and read back. Only `[ ] #code`, the arrow and the line of the name are looked at.
 */
import type { Id } from "@sameside/model";

export interface MailedTask {
  readonly id: Id;
  readonly text: string;
}

/** What the text says besides the tasks, in the language of whoever writes it. */
export interface TaskTextWords {
  readonly title: string;
  /** What to do with it. */
  readonly how: string;
  /** In front of the name. */
  readonly name: string;
}

export interface TaskTextRead {
  /** "" where none stands there. */
  readonly name: string;
  readonly answers: readonly TaskAnswer[];
  readonly problems: readonly TaskLineProblem[];
}

export interface TaskAnswer {
  readonly task: Id;
  readonly done: boolean;
  readonly note?: string;
}

/** A line that was not taken. `line` counts from 1. */
export interface TaskLineProblem {
  readonly line: number;
  readonly text: string;
  readonly why: "unknown-task" | "unclear-mark" | "twice" | "too-long";
}

/** A note, in characters: what an answer takes. */
const MAX_NOTE_LENGTH = 500;
/** Of a task's id so many signs are enough to know it by. */
const CODE_LENGTH = 6;
const ARROW = "->";

/** `name`: of the person it is for; "" leaves its place open. */
export function writeTaskText(tasks: readonly MailedTask[], say: TaskTextWords, name: string): string {
  const lines = tasks.flatMap(({ id, text }) => [`[ ] #${codeOf(id)} ${inOneLine(text)}`, `${ARROW} `, ""]);
  return [say.title, "", say.how, "", `${say.name}: ${inOneLine(name)}`.trimEnd(), "", ...lines].join("\n");
}

const QUOTED = /^(?:\s*[>|])*\s*/;
const TASK_LINE = /^\[([^\]]*)\]\s*#([A-Za-z0-9_-]+)/;
const ANSWER_LINE = /^(?:->|→|=>|-&gt;)\s?(.*)$/;
const DONE = /^(?:x|✓|✔|✅|ok|yes|done)$/i;
const NO_SIGN = /[\u200B-\u200D\uFEFF]/g;

/** Reads what came back. Never throws; what is no line of a task is passed over. */
export function readTaskText(
  text: string,
  tasks: readonly Pick<MailedTask, "id">[],
  say: Pick<TaskTextWords, "name">,
): TaskTextRead {
  const taskByCode = new Map(tasks.map(({ id }) => [codeOf(id), id]));
  const lines = text.split(/\r\n|[\r\n]/).map(unquoted);
  const answers = new Map<Id, TaskAnswer>();
  const problems: TaskLineProblem[] = [];
  for (const [index, line] of lines.entries()) {
    const [, mark, code = ""] = TASK_LINE.exec(line) ?? [];
    if (mark === undefined) continue;
    const task = taskByCode.get(code);
    const done = readMark(mark);
    const note = noteBelow(lines, index);
    const why =
      task === undefined
        ? "unknown-task"
        : answers.has(task)
          ? "twice"
          : done === undefined
            ? "unclear-mark"
            : note.length > MAX_NOTE_LENGTH
              ? "too-long"
              : undefined;
    if (why !== undefined || task === undefined) problems.push({ line: index + 1, text: line, why: why ?? "twice" });
    else if (done || note !== "") answers.set(task, { task, done: done ?? false, ...(note !== "" && { note }) });
  }
  return { name: nameIn(lines, say.name), answers: [...answers.values()], problems };
}

function codeOf(id: Id): string {
  return id.slice(0, CODE_LENGTH);
}

/** Without the signs of quoting, and with the blanks that people type. */
function unquoted(line: string): string {
  return line.replaceAll(NO_SIGN, "").replaceAll("\u00A0", " ").replace(QUOTED, "").trimEnd();
}

/** `undefined` when it is neither yes nor no. */
function readMark(mark: string): boolean | undefined {
  const sign = mark.trim();
  if (sign === "" || /^(?:no|-|_+)$/i.test(sign)) return false;
  return DONE.test(sign) ? true : undefined;
}

/** What stands behind the arrow of this task: programs break long lines, and people write more than one. */
function noteBelow(lines: readonly string[], task: number): string {
  const after = lines.slice(task + 1);
  const end = after.findIndex((line) => TASK_LINE.test(line));
  const own = end === -1 ? after : after.slice(0, end);
  const arrow = own.findIndex((line) => ANSWER_LINE.test(line));
  if (arrow === -1) return "";
  const [, first = ""] = ANSWER_LINE.exec(own[arrow] ?? "") ?? [];
  const rest = own.slice(arrow + 1);
  const blank = rest.indexOf("");
  return [first, ...(blank === -1 ? rest : rest.slice(0, blank))].join(" ").replaceAll(/\s+/g, " ").trim();
}

function nameIn(lines: readonly string[], label: string): string {
  const line = lines.find((each) => each.startsWith(`${label}:`));
  return line?.slice(label.length + 1).trim() ?? "";
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
