/** How series of customer types are told apart: a line and a point of its own each, the same on the screen and on paper. */

interface TypeLook {
  /** As `stroke-dasharray`; "" for a whole line. */
  readonly dashes: string;
  /** SVG path data of a point whose middle is at 0, 0. */
  readonly point: string;
}

const LOOK_BY_SERIES: Readonly<Record<string, TypeLook>> = {
  "type-0": { dashes: "", point: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z" },
  "type-1": { dashes: "9 5", point: "M-5 -5h10v10h-10Z" },
  "type-2": { dashes: "2 5", point: "M-6.5 0L0 -6.5L6.5 0L0 6.5Z" },
  "type-3": { dashes: "10 4 2 4", point: "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4Z" },
  "type-rest": { dashes: "1 6", point: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z" },
};

/** `undefined` for a series that is not of a customer type. */
export function typeLook(series: string): TypeLook | undefined {
  return Object.hasOwn(LOOK_BY_SERIES, series) ? LOOK_BY_SERIES[series] : undefined;
}
