/** What the page around it hands to the pictures and sounds of a thing. */
import type { EvidenceView, Id, Outcome } from "@sameside/model";
import type { LiveBoard } from "../live/liveBoard.ts";

/** Everything that can be said and done about the files of a board. */
export interface FileDesk {
  readonly live: LiveBoard;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: Id) => string;
}

/** An evidence with a file. */
export type FileEvidence = EvidenceView & { readonly file: string };

export function hasFile(evidence: EvidenceView): evidence is FileEvidence {
  return evidence.file !== undefined;
}
