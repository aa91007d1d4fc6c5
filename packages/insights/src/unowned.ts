/** Touchpoints that nobody who comes owns (S4-5). */
import type { BoardView, PlanView } from "@sameside/model";
import { touchpointsOf } from "./journeyParts.ts";

export interface Unowned {
  readonly title: string;
  /** The department as the map says it, of which nobody comes; "" where the map names none. */
  readonly owner: string;
}

/**
 * In journey order, each title and owner once over all tables: first those whose department stays away, then those
 * that nobody owns yet. Empty where the list of people says no departments: then nobody knows who is there. Pure.
 */
export function unownedTouchpoints(
  boards: readonly Pick<BoardView, "journeys">[],
  { departments, people }: Pick<PlanView, "departments" | "people">,
): readonly Unowned[] {
  const ids = new Set(people.filter(({ isAbsent }) => !isAbsent).map(({ department }) => department));
  const here = new Set(departments.filter(({ id }) => ids.has(id)).map(({ name }) => key(name)));
  if (here.size === 0) return [];
  const placed = boards.flatMap(({ journeys }) => journeys.flatMap(touchpointsOf));
  const unowned = new Map(
    placed
      .map(({ title, owner }) => ({ title, owner: owner.trim() }))
      .filter(({ owner }) => !here.has(key(owner)))
      .map((each) => [JSON.stringify([key(each.title), key(each.owner)]), each]),
  );
  const list = [...unowned.values()];
  return [...list.filter(({ owner }) => owner !== ""), ...list.filter(({ owner }) => owner === "")];
}

/** People write one department in several ways. */
function key(name: string): string {
  return name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
