/** What everything in the table and in the outline works with. */
import type { Id } from "@sameside/model";
import { createContext, use } from "react";
import type { JourneyProps, Selection } from "../journey/contract.ts";
import type { EditingControls } from "../journey/useEditing.ts";

export interface Desk {
  readonly props: JourneyProps;
  readonly editing: EditingControls;
  /** What is chosen: one thing, which is the page's selection too, or several. */
  readonly picked: readonly Selection[];
  pick(chosen: readonly Selection[]): void;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: Id): void;
  /** Finishes what is typed because its field was left: the keyboard stays where the person took it. */
  leave(): void;
  openMenu(menu: OpenMenu): void;
  openMove(subject: Selection): void;
}

export interface OpenMenu {
  readonly kind: "acts" | "rating" | "lane-kinds";
  readonly at: HTMLElement;
  /** The thing it is about; absent for the kinds of lane to add. */
  readonly subject?: Selection;
  /** Several at once. */
  readonly subjects?: readonly Selection[];
}

/** What a field in a cell or in a line does with the keys that are not letters. True: the key was for it. */
export type EditorKeys = (event: KeyboardEvent, desk: Desk) => boolean;

/** Where a key leads from a stop; undefined at the edge. */
export type Go = (root: HTMLElement, from: HTMLElement, event: KeyboardEvent) => HTMLElement | undefined;

/** How a view differs from the other: where the arrows go, and what the keys do while somebody types. */
export interface Ways {
  readonly go: Go;
  readonly keys: EditorKeys;
}

/**
 * The same object as long as the view lives, so that nothing renders again because of it. What it gives is read when a
 * key is pressed, not while rendering.
 */
export interface DeskAccess {
  readonly now: () => Desk;
  readonly keys: EditorKeys;
}

const NO_DESK: DeskAccess = {
  now: () => {
    throw new Error("A part of the table is used outside of it: put it inside <DeskContext>.");
  },
  keys: () => false,
};
export const DeskContext = createContext<DeskAccess>(NO_DESK);

export function useDesk(): DeskAccess {
  return use(DeskContext);
}
