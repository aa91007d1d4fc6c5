/** Mermaid fences in a Markdown document: a file may hold several, indented in lists, beside other diagrams. */
import { SNIFF_LENGTH } from "../limits.ts";
import { withoutDirectives } from "./prepare.ts";

export interface Fence {
  readonly text: string;
  /** Number of the line after the opening fence, 1 = the document's first. */
  readonly firstLine: number;
}

const OPENING = /^[\s>]*(`{3,}|~{3,})\s*\{?\s*\.?(\w*)/;

/** Fences marked `mermaid`, and fences without a mark that begin like a journey. An unclosed one ends with the file. */
export function mermaidFences(document: string): Fence[] {
  const lines = document.split(/\r\n|\r|\n/);
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index++) {
    const opening = OPENING.exec(lines[index] ?? "");
    if (!opening) continue;
    const end = closingLine(lines, index, opening[1] ?? "");
    const body = lines.slice(index + 1, end).map((line) => line.replace(/^\s*>\s?/, ""));
    const text = body.join("\n");
    const marked = /^(?:mermaid|mmd)$/i.test(opening[2] ?? "");
    if (marked || (opening[2] === "" && diagramOf(text) === "journey")) fences.push({ text, firstLine: index + 2 });
    index = end;
  }
  return fences;
}

function closingLine(lines: readonly string[], opening: number, marks: string): number {
  const closing = new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`);
  for (let index = opening + 1; index < lines.length; index++) if (closing.test(lines[index] ?? "")) return index;
  return lines.length;
}

/** First words of Mermaid's diagrams, other than the journey. */
const OTHER_DIAGRAM =
  /^(graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|quadrantChart|requirementDiagram|gitGraph|mindmap|timeline|zenuml|sankey|xychart|block|packet|kanban|architecture|radar|treemap|C4\w+)\b/i;

/** Which diagram a Mermaid text is: `journey`, another's first word, or `undefined` when it begins like none. */
export function diagramOf(text: string): string | undefined {
  const start = withoutDirectives(text.slice(0, SNIFF_LENGTH))
    .replace(/^\ufeff?\s*---[^\S\n]*\n[\s\S]*?\n\s*---[^\S\n]*(?:\n|$)/, "")
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== "" && !/^\s*%%/.test(line));
  if (start === undefined) return undefined;
  if (/^\s*journey(?:\s*$| +(?:title|section|acctitle|accdescr)\b)/i.test(start)) return "journey";
  return OTHER_DIAGRAM.exec(start.trim())?.[1];
}
