/** What the page of this device asks of the app around it. */
import type { KeptWords } from "../../live/device.ts";
import type { LaptopEntry } from "../../live/laptopEntries.ts";

export interface LaptopFrame {
  readonly home: () => void;
  readonly open: (entry: LaptopEntry) => void;
  readonly saveCopy: (entry: LaptopEntry) => Promise<void>;
  readonly forget: (entry: LaptopEntry) => Promise<void>;
  readonly openFiles: (files: readonly File[]) => void;
  readonly takeAlong: (choice: { readonly withKeys: boolean }) => Promise<void>;
  readonly saveWords: (words: KeptWords) => void;
  readonly forgetWords: (words: KeptWords) => Promise<void>;
}
