/** Changes in a sentence or two: one is told exactly, many are counted. */
import type { Words } from "../words/words.ts";
import type { Change } from "./changesBetween.ts";

/** More than this many are counted. */
const MOST_TOLD = 2;

/** Empty when there is nothing to tell. */
export function changeSentence(changes: readonly Change[], words: Words): string {
  if (changes.length <= MOST_TOLD) return changes.map((change) => exactly(change, words)).join(" ");
  return (["added", "removed", "moved", "changed"] as const).flatMap((how) => counted(changes, how, words)).join(" ");
}

function exactly({ how, kind, title, place, at, of }: Change, words: Words): string {
  const { one, named, place: placeWords } = words.changes;
  const what = named[kind](title || words.canvas.noName);
  const where = placeWords(place.phase, place.touchpoint, place.lane);
  switch (how) {
    case "added":
      return one.added(what, where);
    case "moved":
      return one.moved(what, where, at, of);
    case "removed":
      return one.removed(what);
    case "changed":
      return one.changed(what);
    case "rated":
      return one.rated(what);
    case "moment":
      return one.moment(what);
  }
}

/** What is felt and what is marked counts as a change of the touchpoint. */
function counted(changes: readonly Change[], how: keyof Words["changes"]["many"], words: Words): string[] {
  const { nouns, many } = words.changes;
  const isThis = (change: Change) =>
    change.how === how || (how === "changed" && (change.how === "rated" || change.how === "moment"));
  return (["journey", "phase", "lane", "touchpoint", "card"] as const).flatMap((kind) => {
    const n = changes.filter((change) => change.kind === kind && isThis(change)).length;
    return n === 0 ? [] : [many[how](nouns[kind](n))];
  });
}
