/** The relay's clock, as far as this device knows it. */

export interface RelayTime {
  /** The relay's time is this one now, in milliseconds since 1970. */
  heard(now: number): void;
  /** How far the relay's clock is ahead of this device's, in milliseconds; `undefined` before it was heard. */
  ahead(): number | undefined;
  /** What to stamp with: this device's clock, put right by the relay's where that was heard. */
  stamp(): number;
  /**
   * The relay's time, which it never is ahead of, whatever somebody does to this device's clock; `undefined` before it
   * was heard.
   */
  sure(): number | undefined;
}

export function openRelayTime(): RelayTime {
  let offset = 0;
  let last: { readonly now: number; readonly at: number } | undefined;
  return {
    heard(now) {
      offset = now - Date.now();
      last = { now, at: performance.now() };
    },
    ahead: () => (last ? offset : undefined),
    stamp: () => Math.max(0, Math.round(Date.now() + offset)),
    // This clock cannot be set; asleep it stands still, and then it is behind.
    sure: () => (last ? Math.floor(last.now + performance.now() - last.at) : undefined),
  };
}
