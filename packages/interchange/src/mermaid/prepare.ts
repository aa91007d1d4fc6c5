/**
 * What the official parser does to a text before it reads it: line ends, front matter, directives, comments. Kept
 * step by step, because the order of the steps decides what is accepted.
 */
import { parse as parseYaml } from "yaml";

export interface PreparedText {
  readonly text: string;
  /** Title of the front matter, when it has one. */
  readonly title: string;
}

const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;

/** The text that the grammar sees. Throws an Error when the front matter is no YAML. */
export function prepareStrictly(source: string): PreparedText {
  const unified = source.replace(/\r\n?/g, "\n").replace(/<(\w+)([^>]*)>/g, singleQuotedAttributes);
  const front = matchFrontMatter(unified);
  const title = front ? frontMatterTitle(front.body) : "";
  const body = front ? unified.slice(front.length) : unified;
  return { text: withoutComments(withoutDirectives(body)), title };
}

/** Text without `%%{ … }%%`. */
export function withoutDirectives(text: string): string {
  return text.replace(DIRECTIVE, "");
}

/** The title that a front matter's YAML holds, as text; empty without one. Throws an Error when it is no YAML. */
export function frontMatterTitle(yaml: string): string {
  const parsed: unknown = parseYaml(yaml, { schema: "core", logLevel: "error" });
  if (typeof parsed !== "object" || parsed === null || !("title" in parsed)) return "";
  return parsed.title ? String(parsed.title) : "";
}

function singleQuotedAttributes(_: string, tag: string, attributes: string): string {
  return `<${tag}${attributes.replace(/="([^"]*)"/g, "='$1'")}>`;
}

function withoutComments(text: string): string {
  return text.replace(/^\s*%%(?!{)[^\n]+\n?/gm, "").trimStart();
}

/**
 * The official rule, without its expression's quadratic time: `---` at the very start, white space with a line break,
 * the body, and a line that begins with the same indentation and `---`, again with white space and a line break.
 */
function matchFrontMatter(text: string): { body: string; length: number } | undefined {
  const opening = /^([^\S\n]*)---(\s*)/.exec(text);
  const space = opening?.[2] ?? "";
  if (!opening || !space.includes("\n")) return undefined;
  const indent = opening[1] ?? "";
  const spaceStart = opening[0].length - space.length;
  const closings = closingFences(text, `\n${indent}---`, spaceStart + space.indexOf("\n") + 1);
  const last = closings.at(-1);
  if (!last) return undefined;
  const bodyStart = text.lastIndexOf("\n", Math.min(opening[0].length, last.at) - 1) + 1;
  const closing = closings.find(({ at }) => at >= bodyStart);
  if (!closing) return undefined;
  const lines = text.slice(bodyStart, closing.at).split("\n");
  const body = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  return { body, length: closing.end };
}

function closingFences(text: string, fence: string, from: number): { at: number; end: number }[] {
  const found: { at: number; end: number }[] = [];
  const space = /\s*\n/y;
  for (let at = text.indexOf(fence, from); at !== -1; at = text.indexOf(fence, at + 1)) {
    space.lastIndex = at + fence.length;
    if (space.test(text)) found.push({ at, end: space.lastIndex });
  }
  return found;
}
