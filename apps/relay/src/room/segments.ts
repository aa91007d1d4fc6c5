/**
 * Bytes of a log that stand on the wire one after the other, kept in pieces: growing copies nothing, and a slow device
 * that still has to be sent a part keeps no more in memory than the piece in which it lies.
 */

const SMALLEST_BYTES = 1024;
const LARGEST_BYTES = 256 * 1024;

/** A place to write to. */
export interface Place {
  readonly segment: Buffer;
  readonly start: number;
}

export class Segments {
  readonly #full: Uint8Array[] = [];
  #last: Buffer;
  /** Of the last one. */
  #used = 0;
  #bytes = 0;

  /** `expected`: how many bytes come at first, which then lie in one piece. */
  constructor(expected: number) {
    this.#last = Buffer.allocUnsafeSlow(expected);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Where the next `length` bytes are to be written. What was written once must never be changed. */
  next(length: number): Place {
    if (this.#used + length > this.#last.length) this.#begin(length);
    const start = this.#used;
    this.#used += length;
    this.#bytes += length;
    return { segment: this.#last, start };
  }

  /** All of it. */
  chunks(): readonly Uint8Array[] {
    return this.#used > 0 ? [...this.#full, this.#last.subarray(0, this.#used)] : this.#full;
  }

  #begin(length: number): void {
    if (this.#used > 0) this.#full.push(this.#last.subarray(0, this.#used));
    const bytes = Math.min(LARGEST_BYTES, Math.max(SMALLEST_BYTES, 2 * this.#last.length));
    this.#last = Buffer.allocUnsafeSlow(Math.max(bytes, length));
    this.#used = 0;
  }
}
