/** How many lines a text takes, measured with the fonts of this page and without touching the page. */
import { breakLines, countLines, type MeasureText, type TextStyle } from "@sameside/layout";
import { useEffect, useState } from "react";
import { openTextWidth } from "../journey/textWidth.ts";

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

/** The lines themselves, kept as well: whoever draws texts asks for the same ones again and again. */
export function openLines(): (text: string, style: TextStyle, width: number) => readonly string[] {
  const widthOf = openTextWidth();
  const linesByText = new Map<string, readonly string[]>();
  return (text, style, width) => {
    const key = `${style} ${width} ${text}`;
    const known = linesByText.get(key);
    if (known) return known;
    if (linesByText.size >= MAX_KEPT) linesByText.clear();
    const lines = breakLines(text, width, (piece) => widthOf(piece, style));
    // Before the fonts are there, widths are those of others.
    if (document.fonts.status === "loaded") linesByText.set(key, lines);
    return lines;
  };
}

function openMeasure(): MeasureText {
  const widthOf = openTextWidth();
  const linesByText = new Map<string, number>();
  return (text, style, width) => {
    const key = `${style} ${width} ${text}`;
    const known = linesByText.get(key);
    if (known !== undefined) return known;
    if (linesByText.size >= MAX_KEPT) linesByText.clear();
    const lines = countLines(text, width, (piece) => widthOf(piece, style));
    linesByText.set(key, lines);
    return lines;
  };
}
