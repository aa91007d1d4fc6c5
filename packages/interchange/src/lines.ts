/**
 * Reads pasted lines as a journey. People paste the steps of a customer, so a line is a touchpoint: it can be rated
 * and carries cards later, which a card could not. The rules, in order:
 * 1. `# Title` before anything else names the journey, when deeper headings (`##`) follow; other headings are phases.
 * 2. `Phase: x` (also Stage, Section), a line that ends with a colon, and an unindented line that an indented one
 *    follows are phases.
 * 3. Any other line is a touchpoint of the phase above it; a line indented below a touchpoint is a card on it.
 * Bullets and numbers at a line's start are taken away. A plain list is one unnamed phase.
 */
import type { CardDraft, JourneyDraft, TouchpointDraft } from "@sameside/model";
import { MAX_IMPORT_ENTITIES } from "@sameside/model";
import { starterLanes } from "./lanes.ts";

interface Line {
  readonly indent: number;
  readonly text: string;
  /** 1…6 for a heading, else 0. */
  readonly heading: number;
}
interface OpenTouchpoint {
  title: string;
  indent: number;
  cards: string[];
}
interface OpenPhase {
  title: string;
  /** Named as a phase, not only by the indentation below it. */
  marked: boolean;
  touchpoints: OpenTouchpoint[];
}

const TAB_WIDTH = 4;
const MAX_LINES = 2 * MAX_IMPORT_ENTITIES;
const BULLET = /^(?:[-*•–+]|\d+[.)])\s+/;
const NAMED_PHASE = /^(?:phase|stage|section)\s*:\s*(.+)$/i;

/** A draft of the lines; without any line, one with no phase. Total. */
export function readLines(text: string, title = ""): JourneyDraft {
  // More than a board can hold is refused later, whatever follows.
  const all = text.split(/[\r\n]+/, MAX_LINES).flatMap(lineOf);
  const [first, ...others] = all;
  const titled =
    first?.heading === 1 && others.some((line) => line.heading > 1) && !others.some((it) => it.heading === 1);
  const lines = titled ? others : all;
  const phases: OpenPhase[] = [];
  for (const [index, line] of lines.entries()) takeLine(phases, line, lines[index + 1]);
  return draftOf(titled ? first.text : title, phases);
}

function takeLine(phases: OpenPhase[], line: Line, next: Line | undefined): void {
  const phase = phases.at(-1);
  const marked = markedPhase(line);
  if (marked !== undefined || isOuterLine(line, next, phase)) {
    phases.push({ title: marked ?? line.text, marked: marked !== undefined, touchpoints: [] });
    return;
  }
  const open = phase ?? { title: "", marked: false, touchpoints: [] };
  if (!phase) phases.push(open);
  const above = open.touchpoints.at(-1);
  if (above && line.indent > above.indent) above.cards.push(line.text);
  else open.touchpoints.push({ title: line.text, indent: line.indent, cards: [] });
}

/** The phase that a line names as one. */
function markedPhase(line: Line): string | undefined {
  const named = NAMED_PHASE.exec(line.text)?.[1];
  if (named) return named.trim();
  if (line.heading > 0) return line.text;
  return /^[^:]+:$/.test(line.text) ? line.text.slice(0, -1).trim() : undefined;
}

/** Where phases are marked, what is indented below an unindented line are its cards, not its touchpoints. */
function isOuterLine(line: Line, next: Line | undefined, phase: OpenPhase | undefined): boolean {
  return line.indent === 0 && !phase?.marked && next !== undefined && next.indent > 0;
}

function lineOf(raw: string): Line[] {
  const body = raw.trimStart();
  const indent = [...raw.slice(0, raw.length - body.length)].reduce(
    (sum, char) => sum + (char === "\t" ? TAB_WIDTH : 1),
    0,
  );
  const heading = /^(#{1,6})\s+/.exec(body);
  const text = (heading ? body.slice(heading[0].length) : body.replace(BULLET, "")).trim();
  if (text === "") return [];
  return [{ indent: heading ? 0 : indent, text, heading: heading?.[1]?.length ?? 0 }];
}

function draftOf(title: string, open: readonly OpenPhase[]): JourneyDraft {
  const starter = starterLanes();
  const hasCards = open.some((phase) => phase.touchpoints.some(({ cards }) => cards.length > 0));
  const notes = starter.length;
  const lanes = hasCards ? [...starter, { kind: "free" as const, name: "Notes" }] : starter;
  const cardOf = (text: string): CardDraft => ({ lane: notes, text });
  const touchpointOf = ({ title: name, cards }: OpenTouchpoint): TouchpointDraft => ({
    title: name,
    cards: cards.map(cardOf),
  });
  const phases = open.map((phase) => ({
    title: phase.title,
    touchpoints: phase.touchpoints.map(touchpointOf),
    cards: [],
  }));
  return { title, customerType: "", variant: "actual", lanes, phases };
}
