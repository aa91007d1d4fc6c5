/** What the start page asks of the app around it. */
import type { BundleContents, SamesideContents } from "@sameside/interchange";
import type { JourneyDraft, Template, WorkshopTemplateId } from "@sameside/model";
import type { LaptopEntry } from "../live/laptopEntries.ts";
import type { LibraryEntry } from "../live/libraryEntries.ts";
import type { NewMap } from "../template/TemplateDialog.tsx";
import type { FilesFrame } from "./filesFrame.ts";

/** A workshop to be made from a template. */
interface NewWorkshop {
  readonly template: WorkshopTemplateId;
  readonly title: string;
  /** `YYYY-MM-DDTHH:MM`, "" while it is open. */
  readonly startsAt: string;
  readonly tables: number;
  /** The phases and lanes of its tables' maps, where they are not the template's. */
  readonly maps?: { readonly title: string; readonly template: Template };
}

export interface LibraryFrame extends FilesFrame {
  readonly start: (map: NewMap) => Promise<void>;
  /** Makes a workshop with its plan and its tables' boards, and goes to the page of who prepares it. */
  readonly startWorkshop: (start: NewWorkshop) => Promise<void>;
  /** Goes to the page of who prepares it. */
  readonly prepare: (entry: LibraryEntry) => void;
  /** Whether this device may. */
  readonly mayPrepare: (entry: LibraryEntry) => boolean;
  readonly openExample: () => Promise<void>;
  /** All drafts become journeys of one new board. Rejects with a sentence, and makes nothing, when one is refused. */
  readonly openDrafts: (drafts: readonly JourneyDraft[]) => Promise<void>;
  /** Takes it in and goes to its map. Rejects with a sentence. */
  readonly openSameside: (file: SamesideContents) => Promise<void>;
  /** Takes in all that somebody had on a device, and shows it. Rejects with a sentence. */
  readonly openEverything: (bundle: BundleContents) => Promise<void>;
  /** Gives all that is on this device as one file. */
  readonly takeAlong: (choice: { readonly withKeys: boolean }) => Promise<void>;
  /** Files were put together with what is here: what is shown is read again. */
  readonly reread: () => Promise<void>;
  /** By a link or a code; `isOwn`: it is a personal code. `false` when the text can be neither. */
  readonly join: (text: string, isOwn: boolean) => boolean;
  readonly open: (entry: LibraryEntry) => void;
  /** Goes to the page of what is on this device. */
  readonly openLaptop: () => void;
  /** What would go with it; `undefined`, and it is said, when the disk cannot be read. */
  readonly look: (entry: LibraryEntry) => Promise<LaptopEntry | undefined>;
  readonly forget: (entry: LibraryEntry) => Promise<void>;
  readonly saveCopy: (entry: LibraryEntry) => Promise<void>;
}
