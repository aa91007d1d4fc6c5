/**
 * A contradiction that was settled by "we change it" makes a next step (S0-12): a device that may write the findings
 * takes it in as long as the board is open there. On several devices it is once.
 */
import { type Actor, type BoardView, claimsToChange, takeNextStep } from "@sameside/model";
import { rightIn } from "@sameside/protocol";
import type { LiveFindings } from "./liveFindings.ts";
import type { Place } from "./ownPlace.ts";
import type { Store } from "./store.ts";

/** `true` for who may write what the workshop found. */
export function mayTakeNextSteps(place: Place, workshop: string): boolean {
  return rightIn(place, { workshop, kind: "findings" }) === "write";
}

/** Takes in what a board asks for, now and as it changes. @returns what ends it */
export function takeNextSteps(findings: LiveFindings, by: Actor, view: Store<BoardView>): () => void {
  const take = () => {
    const taken = claimsToChange(view.get()).map((claim) => takeNextStep(findings.document, by, claim));
    if (taken.some(({ outcome }) => outcome === "done")) findings.endGesture();
  };
  take();
  return view.subscribe(take);
}
