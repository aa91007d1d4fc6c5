/** What the board page asks of the app around it. */
import type { KnownWorkshop } from "../live/device.ts";
import type { MenuAction } from "../ui/Menu.tsx";

export interface BoardFrame {
  readonly home: () => void;
  /** Goes to the board of another table. */
  readonly openTable: (group: string) => void;
  readonly publish: () => Promise<KnownWorkshop>;
  /** The relay is at another http origin: goes there. Rejects with why it did not work. */
  readonly followRelay: (origin: string) => Promise<void>;
  readonly continueAsNew: () => void;
  readonly saveCopy: () => void;
  /** Keeps the name for today on this device, for the next table. */
  readonly rememberName: (name: string) => void;
  readonly firstName: string;
  /** The board's title changed: the start page shows it. */
  readonly retitle: (title: string) => void;
  /** Said once, quietly, when the page opens. */
  readonly notice: string | undefined;
  /** Said when the table cannot be reached; `undefined` where nothing more has to be said than the state does. */
  readonly offlineNews: string | undefined;
  /** More that can be done with the workshop. */
  readonly more: readonly MenuAction[];
}
