/** The others on the map that is shown, and what they are told of what oneself does on it. */
import type { Point, Rect } from "@sameside/layout";
import type { Id, Role } from "@sameside/model";
import type { Selection } from "./contract.ts";
import type { Editing } from "./editing.ts";

/** What somebody has chosen, writes in, or drags. */
export interface Held {
  readonly things: readonly Id[];
  readonly as: "chosen" | "written" | "dragged";
  /** Written: something new in this lane at the thing. */
  readonly lane?: Id | undefined;
  /** Dragged: how far from their places, in layout units. */
  readonly by?: Point | undefined;
}

/** What a view shows of its journey. */
export interface Sight {
  /** The part of the sheet that is seen, in layout units; absent where there is no sheet. */
  readonly rect?: Rect | undefined;
  /** A thing in the middle of it. */
  readonly near?: Id | undefined;
}

/** Somebody else at one of their windows. `cursor` is in layout units of the journey shown; null when it is elsewhere. */
export interface Other {
  readonly client: number;
  readonly person: Id;
  /** The name for today, or a word for somebody who gave none. */
  readonly name: string;
  readonly role: Role;
  readonly cursor: Point | null;
  readonly held: Held | null;
}

/** The others as they are at this moment. They change many times a second: what draws them is no component's state. */
export interface Others {
  /** The same array until something changes. */
  get(): readonly Other[];
  subscribe(listener: () => void): () => void;
}

const COLOURS = 6;

/** The number of a person's colour: the same one on every screen. It tells apart only what a name stands beside. */
export function colourOf(person: Id): number {
  let sum = 0;
  for (const character of person) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % COLOURS;
}

/** What is told of what is chosen and of what is typed; null when it is nothing. */
export function heldOf(picked: readonly Selection[], editing: Editing | null): Held | null {
  if (editing) return writtenIn(editing);
  return picked.length > 0 ? { things: picked.map(({ id }) => id), as: "chosen" } : null;
}

function writtenIn({ target }: Editing): Held | null {
  switch (target.kind) {
    case "new-card":
      return { things: [target.parent], lane: target.lane, as: "written" };
    case "new-touchpoint":
      return { things: [target.phase], as: "written" };
    case "new-phase":
      return null;
    default:
      return { things: [target.id], as: "written" };
  }
}
