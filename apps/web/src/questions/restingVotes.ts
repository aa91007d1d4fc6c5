/** Votes that rest on this device because another one of the same person counts for them (`votesOnce`). */
import { recall, remember } from "../ui/remembered.ts";

interface Voter {
  readonly workshop: string;
  readonly person: string;
}

export function restingVotes(voter: Voter): ReadonlySet<string> {
  return new Set(recall(keyOf(voter))?.split(" ").filter(Boolean));
}

export function keepResting(voter: Voter, questions: ReadonlySet<string>): void {
  remember(keyOf(voter), [...questions].join(" "));
}

function keyOf({ workshop, person }: Voter): string {
  return `resting-votes.${workshop}.${person}`;
}
