/** The moments of truth of several tables put together. Pure. */
import type { MomentsOfTruth } from "./momentsOfTruth.ts";

export interface CountedMoment {
  readonly title: string;
  /** −3…+3, not 0: the mean of the tables that have marked it this way, rounded away from 0. */
  readonly value: number;
  readonly tables: number;
}

/**
 * One line for touchpoints of the same name that pull the same way. The strongest first, then those that more tables
 * have marked. `tables`: of each table, its journeys.
 */
export function strongestMoments(tables: readonly (readonly MomentsOfTruth[])[]): readonly CountedMoment[] {
  const byKey = new Map<string, { title: string; values: number[]; tables: Set<number> }>();
  for (const [table, journeys] of tables.entries())
    for (const { title, value } of journeys.flatMap(({ creates, destroys }) => [...creates, ...destroys])) {
      const key = `${value > 0}/${title.trim().toLocaleLowerCase()}`;
      const found = byKey.get(key) ?? { title, values: [], tables: new Set<number>() };
      found.values.push(value);
      found.tables.add(table);
      byKey.set(key, found);
    }
  return [...byKey.values()]
    .map(({ title, values, tables: of }) => ({ title, value: meanAwayFromZero(values), tables: of.size }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || b.tables - a.tables);
}

function meanAwayFromZero(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sign(mean) * Math.ceil(Math.abs(mean));
}
