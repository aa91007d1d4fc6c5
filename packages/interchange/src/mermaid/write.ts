/**
 * Writes a journey as Mermaid, so that the official parser, reading it, gives back the original words. Mermaid holds a
 * title, sections, tasks, one score and actors: everything else is counted as lost.
 */
import type { JourneyView, Scale, TouchpointView } from "@sameside/model";
import { furtherFacts } from "../furtherFacts.ts";
import { type Loss, lossesOf } from "../report.ts";
import { FILE_SCALE, formatScale } from "../scale.ts";
import { cardsOf, meanValue, ratingsOfOneRole, rawScore, scoreOnScale } from "../viewContents.ts";

export interface Written {
  readonly text: string;
  /** What the format does not hold. */
  readonly lost: readonly Loss[];
}

/** Comments: the official parser skips them, and our reader knows by them what the plain text cannot say. */
const UNRATED_MARK = "%% sameside: unrated";
const SCALE_MARK = "%% sameside: scale ";
/** What an unrated task is drawn as: the official grammar has no task without a score. */
const PLACEHOLDER_SCORE = 3;

/** `true` for the comment that says: nobody rated the next task. */
export function isUnratedMark(line: string): boolean {
  return line.trim() === UNRATED_MARK;
}

/** The scale that a comment declares (`1..10`), if it is that comment. */
export function scaleMark(line: string): string | undefined {
  return line.startsWith(SCALE_MARK) ? line.slice(SCALE_MARK.length) : undefined;
}

/**
 * One journey. Scores that came from a file and nobody changed are written as they came, with their scale in a
 * comment; otherwise the mean rating of each touchpoint on Mermaid's own 1…5.
 */
export function writeMermaid(journey: JourneyView): Written {
  const keep = keepsNumbers(journey);
  const scale = keep ? journey.scale : FILE_SCALE;
  const lines = ["journey"];
  if (!isFileScale(scale)) lines.push(`${INDENT}${SCALE_MARK}${formatScale(scale)}`);
  const title = escaped(journey.title);
  if (title) lines.push(`${INDENT}title ${title.replace(/<(?!br>)/g, "#lt;")}`);
  journey.phases.forEach((phase, index) => {
    const implicit = index === 0 && phase.title.trim() === "" && phase.touchpoints.length > 0;
    if (!implicit) lines.push(`${INDENT}section ${escaped(phase.title) || NOTHING}`);
    for (const touchpoint of phase.touchpoints) lines.push(...taskLines(touchpoint, scoreOf(touchpoint, scale, keep)));
  });
  return { text: `${lines.join("\n")}\n`, lost: lossesOfJourney(journey, scale) };
}

const INDENT = "  ";
/** A no-break space: the grammar needs a character where a name is empty. */
const NOTHING = "#160;";

function taskLines(touchpoint: TouchpointView, score: number | undefined): string[] {
  const name = guardedStart(escaped(touchpoint.title)) || NOTHING;
  const actors = touchpoint.actors.map((actor) => escaped(actor).replaceAll(",", "#44;")).filter((actor) => actor);
  const people = actors.length > 0 ? `: ${actors.join(", ")}` : "";
  const task = `${INDENT}${INDENT}${name}: ${score ?? PLACEHOLDER_SCORE}${people}`;
  return score === undefined ? [`${INDENT}${INDENT}${UNRATED_MARK}`, task] : [task];
}

/** The escapes that the official parser decodes. Each character is escaped once, in one pass. */
function escaped(text: string): string {
  const trimmed = text.trim();
  const inTag = trimmed.includes("<");
  return trimmed.replace(SPECIAL, (match) => {
    if (match === '"') return inTag ? "#quot;" : match;
    if (/^[\r\n]/.test(match)) return "<br>";
    if (match.startsWith("<")) return `#lt;${match.slice(1)}`;
    return Array.from(match, (char) => `#${char.codePointAt(0)};`).join("");
  });
}

/**
 * `: ; #` are syntax; `%%` begins a comment anywhere near a line's start, `%` at it; `&` may begin an HTML entity and
 * `<br` a line break; the ligature and the pilcrow are the official parser's own placeholders.
 */
const SPECIAL = /[:;#]|%(?=%)|(?<=%)%|^%|&(?=[A-Za-z#])|<(?=\/?br\b)|\r\n|\r|\n|"|ﬂ|¶/gi;

/** A name that begins with a keyword would be read as that statement: its first letter is written as an entity. */
function guardedStart(name: string): string {
  if (!/^(?:title|section|journey|acctitle|accdescr)\b/i.test(name)) return name;
  return `#${name.codePointAt(0)};${name.slice(1)}`;
}

/** `true` when every rating is one number per touchpoint, as a file gave it, on a scale that Mermaid can draw. */
function keepsNumbers(journey: JourneyView): boolean {
  const rated = touchpointsOf(journey).filter((touchpoint) => touchpoint.ratings.length > 0);
  if (rated.length === 0 || journey.scale.min < 0) return false;
  return rated.every(({ ratings: [only, ...others] }) => {
    return only && others.length === 0 && rawScore(only, journey.scale) !== undefined;
  });
}

function scoreOf(touchpoint: TouchpointView, scale: Scale, keep: boolean): number | undefined {
  const counted = ratingsOfOneRole(touchpoint.ratings)?.ratings;
  if (!counted) return undefined;
  return (keep ? counted[0]?.raw : undefined) ?? scoreOnScale(meanValue(counted), scale);
}

function lossesOfJourney(journey: JourneyView, scale: Scale): Loss[] {
  const touchpoints = touchpointsOf(journey);
  const count = (holds: (touchpoint: TouchpointView) => boolean) => touchpoints.filter(holds).length;
  const kept = scale.min === journey.scale.min && scale.max === journey.scale.max;
  return lossesOf({
    cards: cardsOf(journey).length,
    channels: count(({ channel }) => channel !== ""),
    owners: count(({ owner }) => owner !== "") + journey.lanes.filter(({ owner }) => owner !== "").length,
    backstage: count(({ stage }) => stage === "back"),
    moments: touchpoints.reduce((sum, it) => sum + (it.moment ? 1 : 0) + it.otherMoments.length, 0),
    lanes: journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling").length,
    raters: touchpoints.reduce((sum, { ratings }) => sum + Math.max(0, ratings.length - 1), 0),
    "rating-roles": count(({ ratings }) => ratings.some(({ role }) => role !== "customer")),
    unrated: count(({ ratings }) => ratings.length === 0),
    scale: kept || count(({ ratings }) => ratings.length > 0) === 0 ? 0 : 1,
    "customer-type": journey.customerType === "" ? 0 : 1,
    variant: journey.variant === "actual" ? 0 : 1,
    ...furtherFacts([journey]),
  });
}

function touchpointsOf(journey: JourneyView): TouchpointView[] {
  return journey.phases.flatMap((phase) => phase.touchpoints);
}

function isFileScale(scale: Scale): boolean {
  return scale.min === FILE_SCALE.min && scale.max === FILE_SCALE.max;
}
