/** Who is told a row beside the person it belongs to, who is told all of their own. */
import { type AnswerRow, isHelper, NO_TABLE, type Seat, TOPICS, type Topic, type TopicRule } from "@sameside/protocol";

/** Where a person sits; `undefined` when nobody of that id is known. */
export type PlaceOf = (person: string) => Pick<Seat, "table"> | undefined;

export type Audience = "nobody" | "everybody" | "helpers";

/** Helpers who are told the same rows: of one table, or of the whole hall (`WHOLE_HALL`). */
export type HelperClass = string;
export const WHOLE_HALL: HelperClass = "";

export function ruleOf(topic: Topic): TopicRule {
  return TOPICS[topic];
}

/** Who else is told the topic's rows. `isOpen`: the reveal has opened the item. */
export function audienceOf(topic: Topic, isOpen: boolean): Audience {
  const { read, sealed, anonymous, helpersRead } = ruleOf(topic);
  if (sealed && !isOpen) return "nobody";
  // A row names its person, so rows of an anonymous topic are for everybody under no setting.
  if (read === "all" && !anonymous) return "everybody";
  return helpersRead ? "helpers" : "nobody";
}

/** `undefined` for who helps nobody. */
export function helperClassOf(seat: Pick<Seat, "role" | "table">): HelperClass | undefined {
  const isOfNoTable = seat.table === NO_TABLE || (seat.role === "junior" && seat.table === null);
  if (!isHelper(seat) || isOfNoTable) return undefined;
  return seat.role === "facilitator" ? WHOLE_HALL : (seat.table ?? WHOLE_HALL);
}

/**
 * `true` when these helpers are told a row whose audience is helpers. What is said without a name is told to those of
 * the whole hall only: among the few of one table a name is easily guessed.
 */
export function isToldToHelpers(helpers: HelperClass, row: AnswerRow, placeOf: PlaceOf): boolean {
  if (helpers === WHOLE_HALL) return true;
  return !ruleOf(row.topic).anonymous && placeOf(row.person)?.table === helpers;
}
