/** Reads what the customers of a table want to talk about: each living topic once, on its own or under the one it builds on. */
import type { EntityIndex } from "../entityIndex.ts";
import { byOrder } from "../order.ts";
import { headsOf } from "../questions/merging.ts";
import type { BuiltOnView, TopicView } from "./attachments.ts";
import { wordsView } from "./attachmentViews.ts";
import type { BoardRecords, RecordOf } from "./records.ts";
import type { Id } from "./schema.ts";

/** One that builds on something removed stands on its own until that is restored. */
export function readTopics({ records }: EntityIndex<BoardRecords>): readonly TopicView[] {
  const living = [...records.topics.values()].filter(({ del }) => !del).sort((a, b) => byOrder(placeOf(a), placeOf(b)));
  const headById = headsOf(living.map(({ id, buildsOn = "" }) => ({ id, into: buildsOn })));
  const builtOnByHead = new Map<Id, BuiltOnView[]>();
  for (const topic of living) {
    const head = headById.get(topic.id) ?? topic.id;
    if (head === topic.id) continue;
    const builtOn = builtOnByHead.get(head);
    if (builtOn) builtOn.push(said(topic));
    else builtOnByHead.set(head, [said(topic)]);
  }
  return living
    .filter(({ id }) => headById.get(id) === id)
    .map((topic) => ({ ...said(topic), builtOn: (builtOnByHead.get(topic.id) ?? []).sort(byTime) }));
}

function said(topic: RecordOf<"topics">): BuiltOnView {
  return { id: topic.id, ...wordsView(topic) };
}

function placeOf({ id, at }: RecordOf<"topics">): { readonly id: Id; readonly order: string } {
  return { id, order: at.value.order };
}

function byTime(a: BuiltOnView, b: BuiltOnView): number {
  return a.made - b.made || (a.id < b.id ? -1 : 1);
}
