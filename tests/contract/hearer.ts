import type { BusListener } from "@sameside/relay";

/** A listener that keeps what it hears, and can be waited for. */
export class Hearer implements BusListener {
  readonly heard: Uint8Array[] = [];
  missedTimes = 0;
  #waiting: { readonly isMet: () => boolean; readonly resolve: () => void }[] = [];

  hear(message: Uint8Array): void {
    this.heard.push(message);
    this.#tell();
  }

  missed(): void {
    this.missedTimes += 1;
    this.#tell();
  }

  /** Resolves when so many messages have been heard. */
  hears(count: number): Promise<void> {
    return this.#until(() => this.heard.length >= count);
  }

  /** Resolves when it was told so often that something may have been missed. */
  misses(times: number): Promise<void> {
    return this.#until(() => this.missedTimes >= times);
  }

  #until(isMet: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ isMet, resolve });
      this.#tell();
    });
  }

  #tell(): void {
    for (const { isMet, resolve } of this.#waiting) if (isMet()) resolve();
    this.#waiting = this.#waiting.filter(({ isMet }) => !isMet());
  }
}
