/** How many lines a text takes, measured with the fonts of this page and without touching the page. */
import { countLines, type MeasureText, TEXT_LOOKS, type TextStyle } from "@sameside/layout";
import { useEffect, useState } from "react";

/** Counts kept; enough for every text of a large board at two widths. */
const MAX_KEPT = 20_000;

/** A measure that is made anew when the fonts have loaded, because only then its numbers are right. */
export function useMeasure(): MeasureText {
  const [measure, setMeasure] = useState(openMeasure);
  useEffect(() => {
    const renew = () => setMeasure(openMeasure);
    document.fonts.addEventListener("loadingdone", renew);
    return () => document.fonts.removeEventListener("loadingdone", renew);
  }, []);
  return measure;
}

function openMeasure(): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  const linesByText = new Map<string, number>();
  return (text, style, width) => {
    const key = `${style} ${width} ${text}`;
    const known = linesByText.get(key);
    if (known !== undefined) return known;
    if (linesByText.size >= MAX_KEPT) linesByText.clear();
    if (context) context.font = fontOf(style);
    // Without a 2D context (a hardened browser) an average character stands for all of them.
    const widthOf = (piece: string) => context?.measureText(piece).width ?? piece.length * TEXT_LOOKS[style].size * 0.5;
    const lines = countLines(text, width, widthOf);
    linesByText.set(key, lines);
    return lines;
  };
}

function fontOf(style: TextStyle): string {
  const { family, size, weight } = TEXT_LOOKS[style];
  const families = getComputedStyle(document.documentElement).getPropertyValue(`--${family}`);
  return `${weight} ${size}px ${families || family}`;
}
