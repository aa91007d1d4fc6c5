/** What opening files asks of the app around it. */
import type { BundleContents, SamesideContents } from "@sameside/interchange";

export interface FilesFrame {
  /** Of a workshop on this device; `undefined` when it is not here. */
  readonly titleHere: (workshop: string) => string | undefined;
  /** It was changed by a newer program: it will be shown, and not changed. Throws a sentence when it is damaged. */
  readonly isFromNewer: (file: SamesideContents) => boolean;
  /**
   * Puts a workshop together with what is here. `leftOut`: pictures and sounds that were damaged. Rejects with a sentence,
   * and changes nothing, when it is none.
   */
  readonly takeIn: (file: SamesideContents) => Promise<{ readonly title: string; readonly leftOut: number }>;
  /** As `takeIn`, of everything that somebody had on a device. */
  readonly takeInEverything: (bundle: BundleContents) => Promise<{ readonly leftOut: number }>;
}
