/** What every part of the history needs to read, to write, and to say who somebody is. */
import type { Actor, BoardDocument, BoardView, Id, Outcome } from "@sameside/model";

export interface HistoryDesk {
  readonly board: BoardDocument;
  readonly by: Actor;
  readonly view: BoardView;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
}

export interface SelectedThing {
  readonly kind: "card" | "touchpoint" | "phase" | "lane" | "moment";
  readonly id: Id;
}

/** A day and a time as people write it: of today the time is enough. */
export function whenWords(time: number, now = Date.now()): string {
  const at = new Date(time);
  const isToday = at.toDateString() === new Date(now).toDateString();
  return isToday
    ? at.toLocaleTimeString(undefined, { timeStyle: "short" })
    : at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
