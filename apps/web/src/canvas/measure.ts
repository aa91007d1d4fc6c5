/** How many lines a text takes, measured with the fonts of this page and without touching the page. */
import { breakLines, countLines, type MeasureText, type TextStyle } from "@sameside/layout";
import { useEffect, useState } from "react";
import { openQuickWidth } from "../journey/textWidth.ts";

/** Counts kept; enough for every text of a large board at two widths. */
const MAX_KEPT = 20_000;

/** A measure that is made anew when fonts have loaded that set a text otherwise: only then its numbers are right. */
export function useMeasure(): MeasureText {
  const [{ measure }, setMeasuring] = useState(openMeasuring);
  useEffect(() => {
    const look = () => setMeasuring((now) => (now.isOld() ? openMeasuring() : now));
    document.fonts.addEventListener("loadingdone", look);
    return () => document.fonts.removeEventListener("loadingdone", look);
  }, []);
  return measure;
}

/** The lines themselves, kept as well: whoever draws texts asks for the same ones again and again. */
export function openLines(): (text: string, style: TextStyle, width: number) => readonly string[] {
  const { widthOf } = openQuickWidth();
  const linesByText = new Map<string, readonly string[]>();
  return (text, style, width) => {
    const key = `${style} ${width} ${text}`;
    const known = linesByText.get(key);
    if (known) return known;
    if (linesByText.size >= MAX_KEPT) linesByText.clear();
    const lines = breakLines(text, width, (piece) => widthOf(piece, style, width));
    // Before the fonts are there, widths are those of others.
    if (document.fonts.status === "loaded") linesByText.set(key, lines);
    return lines;
  };
}

interface Measuring {
  readonly measure: MeasureText;
  /** Whether the fonts that are there by now would tell something else. */
  isOld(): boolean;
}

function openMeasuring(): Measuring {
  const { widthOf, isOld } = openQuickWidth();
  const linesByText = new Map<string, number>();
  return {
    measure(text, style, width) {
      const key = `${style} ${width} ${text}`;
      const known = linesByText.get(key);
      if (known !== undefined) return known;
      if (linesByText.size >= MAX_KEPT) linesByText.clear();
      const lines = countLines(text, width, (piece) => widthOf(piece, style, width));
      linesByText.set(key, lines);
      return lines;
    },
    isOld,
  };
}
