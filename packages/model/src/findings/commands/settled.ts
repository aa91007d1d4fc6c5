/**
 * What follows from a settled contradiction (S0-12): "we change it" makes a next step. The claim is settled on its
 * board by whoever is there; a device with the right takes the next step into the findings, under an id that follows
 * from the claim, so that it is there once, whoever takes it in (SPEC D9).
 */
import { type Actor, NOTHING, type Outcome, transact } from "../../changes.ts";
import { isText } from "../../checks.ts";
import type { FindingsDocument } from "../../document.ts";
import { beginAlike } from "../../entries.ts";
import { placeText } from "../../fields.ts";
import type { ClaimView } from "../../journey/attachments.ts";
import type { Id } from "../../journey/schema.ts";
import { entries } from "./entries.ts";

/**
 * Takes in what is to be changed. Settled anew in other words, the next step says the later ones; one that was removed
 * stays so.
 */
export function takeNextStep(
  findings: FindingsDocument,
  by: Actor,
  { id: claim, settled }: Pick<ClaimView, "id" | "settled">,
): Outcome<Id> {
  if (settled?.how !== "we change it" || isText(settled.sentence) || settled.sentence.trim() === "") return NOTHING;
  const id = `claim~${claim}`;
  const known = entries.known(findings, "nextSteps", id);
  const { sentence, by: who } = settled;
  if (known) {
    const isNewer = who.time > known.what.time && known.what.value !== sentence;
    return isNewer && !known.del
      ? transact(findings, by, (write) => {
          write.set("nextSteps", id, "what", sentence);
          return id;
        })
      : NOTHING;
  }
  const at = placeText({ parent: "", lane: "", order: "" });
  const alike = { follows: claim, what: [sentence, who.time, who.person], at: [at, BEGINNING, who.person] } as const;
  if (!beginAlike(findings, "nextSteps", id, alike)) return NOTHING;
  return transact(findings, by, (write) => {
    write.adopt("nextSteps", id, { stamped: { at: entries.placeBefore(findings, "nextSteps", undefined, id) } });
    return id;
  });
}

/** Older than everything anybody writes. */
const BEGINNING = 0;
