/** Which edits a log row holds: `from`…`to` of those that one tab has made since it was opened, counted from 1. */
export interface EditSpan {
  readonly tab: string;
  readonly from: number;
  readonly to: number;
}

interface CountedRow {
  readonly changes: number;
  readonly spans?: readonly EditSpan[];
}

/**
 * How many edits these rows hold, each counted once: a write that only seemed to have failed was written again, and is
 * there twice. `spans`: the same edits, one span for each tab and run.
 */
export function countEdits(rows: readonly CountedRow[]): { readonly changes: number; readonly spans: EditSpan[] } {
  const unnumbered = rows.reduce((sum, row) => sum + (row.spans ? 0 : row.changes), 0);
  const spans = mergeSpans(rows.flatMap((row) => row.spans ?? []));
  return { changes: spans.reduce((sum, { from, to }) => sum + to - from + 1, unnumbered), spans };
}

function mergeSpans(spans: readonly EditSpan[]): EditSpan[] {
  const merged: EditSpan[] = [];
  for (const span of spans.toSorted((one, other) => compareTabs(one, other) || one.from - other.from)) {
    const last = merged.at(-1);
    if (last?.tab !== span.tab || span.from > last.to + 1) merged.push(span);
    else merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function compareTabs(one: EditSpan, other: EditSpan): number {
  if (one.tab === other.tab) return 0;
  return one.tab < other.tab ? -1 : 1;
}
