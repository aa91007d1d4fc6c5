/** What the start page asks of the app around it. */
import type { SamesideContents } from "@sameside/interchange";
import type { JourneyDraft, TemplateId } from "@sameside/model";
import type { LibraryEntry } from "../live/libraryEntries.ts";

export interface LibraryFrame {
  readonly start: (map: {
    readonly template: TemplateId;
    readonly title: string;
    readonly customerType: string;
  }) => Promise<void>;
  readonly openExample: () => Promise<void>;
  /** All drafts become journeys of one new board. Rejects with a sentence, and makes nothing, when one is refused. */
  readonly openDrafts: (drafts: readonly JourneyDraft[]) => Promise<void>;
  readonly openSameside: (file: SamesideContents) => Promise<void>;
  /** By a link or a code; `isOwn`: it is a personal code. `false` when the text can be neither. */
  readonly join: (text: string, isOwn: boolean) => boolean;
  readonly open: (entry: LibraryEntry) => void;
  readonly forget: (entry: LibraryEntry) => Promise<void>;
  readonly saveCopy: (entry: LibraryEntry) => Promise<void>;
}
