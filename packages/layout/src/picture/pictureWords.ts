import type { LaneView } from "@sameside/model";
import type { CurveMark } from "../shapes.ts";

/** Every word of a picture that people did not write on the map. The layout knows no language. */
export interface PictureWords {
  readonly title: string;
  /** Under the title: whose journey, which variant. */
  readonly about: string;
  /** When it was drawn, as people write it. */
  readonly date: string;
  readonly noName: string;
  /** In the place of words that their author has withdrawn. */
  readonly withdrawn: string;
  /** Below a card that somebody wrote down for another, who has not agreed to it. */
  readonly writtenFor: string;
  readonly laneName: (lane: LaneView) => string;
  /** Whose feelings the curve shows, one line for each side. */
  readonly raters: readonly string[];
  /** The best, the middle and the worst feeling. */
  readonly feelings: readonly [best: string, middle: string, worst: string];
  /** Beside the curve: the strongest feeling, the last one, the widest gap. */
  readonly curveMarks: (marks: readonly CurveMark[]) => string;
  /** What a moment of truth is worth, −3…+3, in words. */
  readonly momentValue: (value: number) => string;
  readonly momentBadge: string;
  readonly legend: {
    readonly grades: Readonly<Record<"assumed" | "heard" | "researched", string>>;
    readonly customer: string;
    readonly colleague: string;
    readonly curve: string;
    /** What the lines of these series are called, where there is more than one. */
    readonly series: Readonly<Record<string, string>>;
    readonly gap: string;
    readonly spread: string;
    readonly momentUp: string;
    readonly momentDown: string;
    readonly backstage: string;
  };
}
