/** Saying goodbye before the end of the day, and coming back (S4-13). */
import { parseRoom } from "@sameside/protocol";
import type { LiveBoard } from "../live/liveBoard.ts";

type Going = Pick<LiveBoard, "room" | "seat" | "answer" | "relayAhead">;

/** Rejects where this device cannot store it. */
export function sayGoodbye(live: Going): Promise<void> {
  const room = parseRoom(live.room);
  const table = room?.kind === "board" ? room.group : "";
  return live.answer({ topic: "left", person: live.seat.get().person, item: "today", value: { table } });
}

/** Rejects where this device cannot store it. */
export function comeBack(live: Going): Promise<void> {
  return live.answer({ topic: "left", person: live.seat.get().person, item: "today", value: null });
}

/** Whether this page was opened after somebody had said goodbye at that time: then they have come back. */
export function isOpenedAfter({ relayAhead }: Going, time: number): boolean {
  // A goodbye from a clock that is ahead was noted by the relay's; one from a clock that is behind, by its own.
  return performance.timeOrigin + Math.min(0, relayAhead() ?? 0) > time;
}

/** A day as it is said, from YYYY-MM-DD. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
