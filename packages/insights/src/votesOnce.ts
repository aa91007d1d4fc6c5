/**
 * One vote of a person for questions that stand as one. Nobody but the person's own device knows what they voted for, so
 * it is that device which lets the other votes rest, and gives them again when the questions stand apart.
 */
import type { Id, QuestionView } from "@sameside/model";

/** What somebody wants answered. */
export interface OwnVotes {
  /** Questions that they have a vote for. */
  readonly given: ReadonlySet<Id>;
  /** Questions that they want answered as well, and whose votes were taken back because another one counts for them. */
  readonly resting: ReadonlySet<Id>;
}

export interface VoteChanges {
  readonly give: readonly Id[];
  readonly takeBack: readonly Id[];
  /** What rests when that is done. */
  readonly resting: ReadonlySet<Id>;
}

/** What to change so that each group of merged questions that the person wants answered has one vote of theirs. */
export function votesOnce(questions: readonly QuestionView[], { given, resting }: OwnVotes): VoteChanges {
  const changes = { give: [] as Id[], takeBack: [] as Id[], resting: new Set(resting) };
  for (const { id, merged } of questions) {
    const group = [id, ...merged.map((it) => it.id)];
    const votes = group.filter((each) => given.has(each));
    const rests = group.filter((each) => resting.has(each) && !given.has(each));
    // The first is the one that the others stand under, where it has a vote.
    const [kept] = votes.length > 0 ? votes : rests;
    if (kept === undefined) continue;
    if (votes.length === 0) changes.give.push(kept);
    changes.takeBack.push(...votes.slice(1));
    for (const each of votes) changes.resting.add(each);
    changes.resting.delete(kept);
  }
  return changes;
}
