/** Which question stands for which. */
import type { Id } from "../journey/schema.ts";

interface Merged {
  readonly id: Id;
  /** "" for a question on its own. */
  readonly into: Id;
}

/**
 * The question each one stands under; a question on its own stands under itself. One that was merged into something
 * removed stands on its own again. Where people merged questions into each other at the same time, the smallest id of
 * the ring stands for all: every device chooses the same.
 */
export function headsOf(living: readonly Merged[]): ReadonlyMap<Id, Id> {
  const intoById = new Map(living.map((question) => [question.id, question.into]));
  const headById = new Map<Id, Id>();
  for (const { id } of living) {
    const path = new Set<Id>();
    let at = id;
    while (!headById.has(at) && !path.has(at)) {
      path.add(at);
      const into = intoById.get(at) ?? "";
      if (intoById.has(into)) at = into;
    }
    const passed = [...path];
    const head = headById.get(at) ?? passed.slice(passed.indexOf(at)).sort()[0] ?? at;
    for (const question of passed) headById.set(question, head);
  }
  return headById;
}

/** `true` when merging a question into this one would make a ring: it is the same, or stands under it already. */
export function wouldRing(living: readonly Merged[], question: Id, into: Id): boolean {
  const intoById = new Map(living.map((it) => [it.id, it.into]));
  const passed = new Set<Id>();
  for (let at = into; intoById.has(at) && !passed.has(at); at = intoById.get(at) ?? "") {
    if (at === question) return true;
    passed.add(at);
  }
  return false;
}
