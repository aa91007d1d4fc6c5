/** One task line of a Mermaid journey, read with good will: what the official parser refuses or misreads is told. */
import type { NoteCode } from "../report.ts";
import { decodeEntities } from "./entities.ts";

export interface TaskReading {
  readonly name: string;
  readonly score?: number;
  readonly people: readonly string[];
  /** How the reading differs from the line as it stands. */
  readonly notes: readonly NoteCode[];
}

/** Reads `Name: score[: actor, actor]`. Total: a line without any score is a touchpoint that nobody has rated. */
export function readTaskLine(line: string): TaskReading {
  const notes: NoteCode[] = [];
  const text = plainLine(line, notes);
  const parts = text.split(":");
  const at = scorePart(parts);
  if (at === undefined) return unrated(parts, notes);
  if (at.index > 1) notes.push("colon-in-name");
  if (at.readAs) notes.push("score-read-as");
  const [people = "", ...dropped] = parts.slice(at.index + 1);
  if (dropped.join("").trim()) notes.push("part-dropped");
  return {
    name: cleaned(parts.slice(0, at.index).join(":")),
    score: at.score,
    people: [...(at.people ?? []), ...peopleOf(people)],
    notes,
  };
}

/** Takes away what ends a line for the official parser, and keeps what only it stumbles over. */
function plainLine(line: string, notes: NoteCode[]): string {
  let text = withoutLastSemicolons(line.trim());
  if (text !== line.trim()) notes.push("semicolon-kept");
  if (!text.includes(":") && text.includes("：")) {
    text = text.replaceAll("：", ":");
    notes.push("full-width-colon");
  }
  const comment = text.search(/\s#\s/);
  if (comment > text.indexOf(":") && text.includes(":")) text = text.slice(0, comment);
  const bare = text.replace(/#\w+;/g, "");
  if (bare.includes("#")) notes.push("hash-kept");
  if (bare.includes(";")) notes.push("semicolon-kept");
  return text;
}

/** Statements may end with `;`, as elsewhere in Mermaid; an entity's own `;` stays. */
function withoutLastSemicolons(text: string): string {
  let end = text.length;
  while (text[end - 1] === ";" && !/#\w{1,8};$/.test(text.slice(Math.max(0, end - 10), end))) end--;
  return text.slice(0, end);
}

interface ScorePart {
  readonly index: number;
  readonly score: number;
  readonly readAs?: true;
  /** Actors that stand in the score's own part (`2, Guest`). */
  readonly people?: readonly string[];
}

/**
 * Which part is the score: the second, as the official parser has it; but when that is no number, or looks like a
 * time of day in the name (`At 10:30: 5`), the last number from the right that leaves at most one part of actors.
 */
function scorePart(parts: readonly string[]): ScorePart | undefined {
  const second = plainNumber(parts[1] ?? "");
  const fromRight = [parts.length - 2, parts.length - 1].find(
    (index) => index > 1 && plainNumber(parts[index] ?? "") !== undefined,
  );
  const timeInName = /\d$/.test(parts[0] ?? "") && /^\d/.test(parts[1] ?? "");
  if (second !== undefined && !(timeInName && fromRight !== undefined)) return { index: 1, score: second };
  if (fromRight !== undefined) return { index: fromRight, score: plainNumber(parts[fromRight] ?? "") ?? 0 };
  return looseScore(parts, parts.length - 1) ?? looseScore(parts, parts.length - 2);
}

/** `3,5`, `4/5`, `５`, `2, Guest`, `+2`, `5 ★`: a number with something about it. */
function looseScore(parts: readonly string[], index: number): ScorePart | undefined {
  if (index < 1) return undefined;
  const text = asciiDigits(parts[index] ?? "").trim();
  const decimal = /^([-−+]?\d+),(\d+)$/.exec(text);
  if (decimal) return { index, score: toNumber(`${decimal[1]}.${decimal[2]}`), readAs: true };
  const withPeople = /^([-−+]?\d+(?:\.\d+)?)\s*,\s*(.*)$/.exec(text);
  if (withPeople) return { index, score: toNumber(withPeople[1]), readAs: true, people: peopleOf(withPeople[2] ?? "") };
  const framed = /^([-−+]?\d+(?:[.,]\d+)?)\s*(?:\/\s*\d+|[★⭐*]+|%)?$/u.exec(text);
  return framed ? { index, score: toNumber(framed[1]?.replace(",", ".")), readAs: true } : undefined;
}

/** `Discover the tool -> 3: Guest`, or a line with no score at all. */
function unrated(parts: readonly string[], notes: NoteCode[]): TaskReading {
  const [name = "", score = "", people = "", ...dropped] = parts;
  const arrow = arrowScore(name);
  if (arrow) return { ...arrow, people: peopleOf(parts.slice(1).join(",")), notes: [...notes, "score-read-as"] };
  if (dropped.join("").trim()) notes.push("part-dropped");
  notes.push(score.trim() ? "score-unreadable" : "score-missing");
  return { name: cleaned(name), people: peopleOf(people), notes };
}

/** Looks from the right, so that a long line takes no longer than it is. */
function arrowScore(text: string): { name: string; score: number } | undefined {
  const arrow = ["->", "=>", "→", "⇒"].find((each) => text.includes(each));
  if (!arrow) return undefined;
  const at = text.lastIndexOf(arrow);
  const score = text.slice(at + arrow.length).trim();
  return /^[-−+]?\d+(?:\.\d+)?$/.test(score) ? { name: cleaned(text.slice(0, at)), score: toNumber(score) } : undefined;
}

/** JavaScript's `Number`, as the official parser reads it; but nothing written is not zero. */
function plainNumber(text: string): number | undefined {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function toNumber(text: string | undefined): number {
  return Number((text ?? "").replace("−", "-"));
}

function asciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function peopleOf(text: string): string[] {
  return text.split(",").flatMap((person) => cleaned(person) || []);
}

/** Entities as characters, `<br>` as a line break, no white space around. */
export function cleaned(text: string): string {
  return decodeEntities(text.replace(/<\/?br\s*\/?>/gi, "\n")).trim();
}
