/** How a map goes onto paper when nobody has said. */
import { type PrintChoice, pagesOf, UNIT_IN_MM } from "@sameside/layout";

/** Smaller than this part of its true size nobody reads a card on paper. */
export const LEAST_READABLE = 0.5;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** On one page where it can be read there, or else as tiles. */
export function firstChoice(picture: Size): PrintChoice {
  const onePage = { size: "page", paper: "A4", orientation: "landscape" } as const;
  return shareOfTrueSize(picture, onePage) < LEAST_READABLE ? { ...onePage, size: "tiles" } : onePage;
}

/** 1: as large as on the screen at 100 %. */
export function shareOfTrueSize(picture: Size, choice: PrintChoice): number {
  const [first] = pagesOf(picture, choice);
  return first ? first.at.width / first.part.width / UNIT_IN_MM : 1;
}
