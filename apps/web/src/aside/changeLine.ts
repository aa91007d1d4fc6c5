/** One change that was set aside or is proposed, in words. */
import type { ProposedChange } from "@sameside/model";
import type { Words } from "../words/words.ts";

export function changeLine({ collection, how, title }: ProposedChange, { aside }: Words): string {
  const named = collection === "ratings" || collection === "moments" || collection === "connectors";
  return aside.how[how](aside.what[collection](title === "" && !named ? aside.noTitle : title));
}

/** Where it stands; "" where it stands nowhere. */
export function placeLine({ place }: ProposedChange, words: Words): string {
  return words.changes.place(place.phase, place.touchpoint, place.lane);
}

/** A note of what somebody wrote: their own words first. */
export function noteText(change: ProposedChange, words: Words): string {
  return [changeLine(change, words), placeLine(change, words), change.body ?? ""]
    .filter((line) => line !== "")
    .join("\n");
}
