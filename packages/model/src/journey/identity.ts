/**
 * Gives `next` the identity of `previous` wherever both say the same, so that a view's `===` means "unchanged" and
 * screens redraw only what changed. Views are plain trees of known, shallow depth.
 */
export function keepIdentity<T>(previous: T, next: T): T {
  if (Object.is(previous, next)) return previous;
  if (typeof previous !== "object" || typeof next !== "object" || previous === null || next === null) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  return Array.isArray(next) ? keepList(previous as unknown as unknown[], next) : keepObject(previous, next);
}

function keepList<T>(previous: readonly unknown[], next: T & unknown[]): T {
  let previousById: Map<unknown, unknown> | undefined;
  let same = previous.length === next.length;
  for (let i = 0; i < next.length; i++) {
    if (next[i] === previous[i]) continue;
    const id = idOf(next[i]);
    // A list of things with ids is matched by id, so that an insertion at the front changes one element, not all.
    const inPlace = id === undefined || idOf(previous[i]) === id;
    if (!inPlace) previousById ??= new Map(previous.map((item) => [idOf(item), item]));
    const before = inPlace ? previous[i] : previousById?.get(id);
    if (before !== undefined) next[i] = keepIdentity(before, next[i]);
    if (next[i] !== previous[i]) same = false;
  }
  return same ? (previous as unknown as T) : next;
}

function keepObject<T extends object>(previous: T, next: T): T {
  const before = previous as Record<string, unknown>;
  const after = next as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    if (key in before) after[key] = keepIdentity(before[key], after[key]);
    if (after[key] !== before[key]) same = false;
  }
  return same ? previous : next;
}

function idOf(item: unknown): unknown {
  return typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
}
