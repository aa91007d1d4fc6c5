/** What the clients of one thread have heard. */
import type { FirstAnswers } from "./firstAnswers.ts";
import { Histogram } from "./histogram.ts";

/** Plain data: it is handed from thread to thread. */
export interface TallyReport {
  readonly edits: number;
  readonly presences: number;
  /** Edits that were passed over, and that came a second time. */
  readonly gaps: number;
  readonly repeats: number;
  readonly editMs: Counted;
  readonly presenceMs: Counted;
  readonly ackMs: Counted;
  /** Close code → how many wires. */
  readonly closes: ReadonlyMap<number, number>;
}

/** A histogram, which loses its methods on the way between threads. */
type Counted = Pick<Histogram, "counts" | "max">;

/** Close codes with how often each came, as a word; absent when no wire was closed. */
export function closesOf({ closes }: Pick<TallyReport, "closes">): { readonly "closed with"?: string } {
  if (closes.size === 0) return {};
  return { "closed with": [...closes].map(([code, count]) => `${code} × ${count}`).join(", ") };
}

export class Tally implements TallyReport {
  edits = 0;
  presences = 0;
  gaps = 0;
  repeats = 0;
  readonly editMs = new Histogram();
  readonly presenceMs = new Histogram();
  readonly ackMs = new Histogram();
  readonly closes = new Map<number, number>();
  /** Keeps what clients are first answered with, where that is looked at. */
  firstAnswers: FirstAnswers | undefined;

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
  }

  /** Begins a new measurement; what is amiss stays. */
  clear(): void {
    this.edits = 0;
    this.presences = 0;
    for (const histogram of [this.editMs, this.presenceMs, this.ackMs]) histogram.clear();
  }

  report(): TallyReport {
    const { edits, presences, gaps, repeats, editMs, presenceMs, ackMs, closes } = this;
    return { edits, presences, gaps, repeats, editMs, presenceMs, ackMs, closes };
  }
}

/** What all threads' clients have heard. */
export interface TallySum extends TallyReport {
  readonly editMs: Histogram;
  readonly presenceMs: Histogram;
  readonly ackMs: Histogram;
}

export function sumTallies(parts: readonly TallyReport[]): TallySum {
  const sum = (figure: (part: TallyReport) => number) => parts.reduce((total, part) => total + figure(part), 0);
  const closes = new Map<number, number>();
  for (const part of parts) for (const [code, count] of part.closes) closes.set(code, (closes.get(code) ?? 0) + count);
  return {
    edits: sum((part) => part.edits),
    presences: sum((part) => part.presences),
    gaps: sum((part) => part.gaps),
    repeats: sum((part) => part.repeats),
    editMs: Histogram.sum(parts.map((part) => part.editMs)),
    presenceMs: Histogram.sum(parts.map((part) => part.presenceMs)),
    ackMs: Histogram.sum(parts.map((part) => part.ackMs)),
    closes,
  };
}
