/** Latencies by the million: counted in buckets that are 2 % wide, so that threads can add theirs up. */

const FIRST_MS = 0.01;
const GROWTH = Math.log(1.02);
const BUCKETS = 800;

export class Histogram {
  readonly counts: Float64Array;
  max: number;

  constructor(counts = new Float64Array(BUCKETS), max = 0) {
    this.counts = counts;
    this.max = max;
  }

  add(ms: number): void {
    const bucket = ms <= FIRST_MS ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(ms / FIRST_MS) / GROWTH));
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    if (ms > this.max) this.max = ms;
  }

  clear(): void {
    this.counts.fill(0);
    this.max = 0;
  }

  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** Milliseconds that this share of all stayed within; NaN when there are none. */
  quantile(share: number): number {
    const total = this.total;
    let seen = 0;
    for (const [bucket, count] of this.counts.entries()) {
      seen += count;
      if (count > 0 && seen >= share * total) return Math.min(this.max, FIRST_MS * Math.exp(bucket * GROWTH));
    }
    return Number.NaN;
  }

  static sum(parts: readonly Pick<Histogram, "counts" | "max">[]): Histogram {
    const all = new Histogram();
    for (const { counts, max } of parts) {
      for (const [bucket, count] of counts.entries()) all.counts[bucket] = (all.counts[bucket] ?? 0) + count;
      all.max = Math.max(all.max, max);
    }
    return all;
  }
}
