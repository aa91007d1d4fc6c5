/** The words beside a curve. */
import type { CurveMark } from "@sameside/layout";
import type { Words } from "../words/words.ts";

export function markWords(marks: readonly CurveMark[], { canvas }: Words): string {
  const [first = "", second] = marks.map((mark) => canvas.curveMarks[mark]);
  return second === undefined ? first : canvas.twoMarks(first, second);
}
