/** What the app needs of whoever keeps private notes: they go along with their owner, stay with them, and go nowhere else. */
export interface PrivateNotes {
  /** Every note on this device. */
  all(): Promise<readonly unknown[]>;
  /** Merges; what is no note is left out. */
  takeIn(notes: readonly unknown[]): Promise<void>;
  /** The words of the notes on one workshop. */
  textsOf(workshop: string): Promise<readonly string[]>;
  /** The workshop leaves this device, and its notes with it. */
  forget(workshop: string): Promise<void>;
}
