/** The scale of an imported draft: known from the file, or asked of the person with the numbers that were seen. */
import type { JourneyDraft, Scale } from "@sameside/model";

/** Mermaid's own scale, and the one a file without another word is taken to be on. */
export const FILE_SCALE: Scale = { min: 1, max: 5 };

/** Scales that people really use, from the most to the least likely. */
const USUAL_SCALES: readonly Scale[] = [
  { min: 1, max: 10 },
  { min: 0, max: 10 },
  { min: 0, max: 5 },
  { min: -2, max: 2 },
  { min: 1, max: 7 },
  { min: -3, max: 3 },
  { min: -5, max: 5 },
  { min: -1, max: 1 },
  { min: 0, max: 1 },
  { min: 0, max: 100 },
];

export type ScaleAnswer =
  | { readonly known: Scale }
  | { readonly ask: true; readonly min: number; readonly max: number; readonly suggestions: readonly Scale[] };

/**
 * Known when every draft says its scale, or when all scores lie within 1…5; otherwise it must be asked, with the
 * smallest and largest number seen and the usual scales that hold them all.
 */
export function scaleOfDrafts(drafts: readonly JourneyDraft[]): ScaleAnswer {
  const declared = drafts.find((draft) => draft.scale)?.scale;
  const scores = drafts.filter((draft) => !draft.scale).flatMap(scoresOf);
  const min = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const max = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (scores.length === 0) return { known: declared ?? FILE_SCALE };
  if (min >= FILE_SCALE.min && max <= FILE_SCALE.max) return { known: FILE_SCALE };
  const suggestions = USUAL_SCALES.filter((scale) => scale.min <= min && scale.max >= max);
  return { ask: true, min, max, suggestions };
}

/** The draft on the given scale. A scale that the file itself declared stands. */
export function withScale(draft: JourneyDraft, scale: Scale): JourneyDraft {
  return draft.scale ? draft : { ...draft, scale };
}

/** Every score of a draft, as written in the file. */
export function scoresOf(draft: JourneyDraft): number[] {
  return draft.phases.flatMap((phase) =>
    phase.touchpoints.flatMap((touchpoint) => (touchpoint.score === undefined ? [] : [touchpoint.score])),
  );
}

/** Reads `1..10`, `-2…2`, `0 to 10`, `0-10`; `undefined` when it is no scale. */
export function parseScale(text: string): Scale | undefined {
  const match = /^\s*([-−+]?\d+(?:\.\d+)?)\s*(?:\.{2,3}|…|to|–|—|-|:)\s*([-−+]?\d+(?:\.\d+)?)\s*$/i.exec(text);
  if (!match) return undefined;
  const [min, max] = [match[1], match[2]].map((part) => Number((part ?? "").replace("−", "-")));
  return min !== undefined && max !== undefined && min < max ? { min, max } : undefined;
}

/** `1..10`: what `parseScale` reads. */
export function formatScale(scale: Scale): string {
  return `${scale.min}..${scale.max}`;
}
