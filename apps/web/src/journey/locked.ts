/** What is held fast, and for whom. */
import type { Actor, JourneyView } from "@sameside/model";
import { touchpointOf } from "./acts.ts";
import type { Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";

/** Whether somebody locked this thing. */
export function isLocked(journey: JourneyView, { kind, id }: Selection): boolean {
  switch (kind) {
    case "card":
      return cardOf(journey, id)?.locked === true;
    case "touchpoint":
    case "moment":
      return touchpointOf(journey, id)?.locked === true;
    case "phase":
      return journey.phases.find((phase) => phase.id === id)?.locked === true;
    case "lane":
      return journey.lanes.find((lane) => lane.id === id)?.locked === true;
  }
}

/** Whether phases and lanes are held fast for this person; those who lead the table may always change them. */
export function isFrameShut({ frameLocked }: JourneyView, { role }: Actor): boolean {
  return frameLocked === true && role !== "facilitator" && role !== "moderator";
}
