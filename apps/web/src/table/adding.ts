/** Where something new begins: beside what is selected, or else at the beginning. */
import type { Selection } from "../journey/contract.ts";
import { placeForCard, placeForTouchpoint } from "../journey/places.ts";
import type { Desk } from "./desk.ts";

export function openNewCard({ props, editing }: Desk, subject: Selection | null): void {
  editing.open(placeForCard(props.journey, subject, null, props.step?.lanes) ?? { kind: "new-phase" });
}

export function openNewTouchpoint({ props, editing }: Desk, subject: Selection | null): void {
  editing.open(placeForTouchpoint(props.journey, subject) ?? { kind: "new-phase" });
}
