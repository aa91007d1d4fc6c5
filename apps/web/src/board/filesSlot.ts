/** What shows the photos and sounds of things on the board. The page is handed the components; it does not know them. */
import type { EvidenceView, Id, SubjectId } from "@sameside/model";
import type { ComponentType } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Run } from "./canvasSlot.ts";

interface FileDesk {
  readonly live: LiveBoard;
  readonly run: Run;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
}

export interface FilesSlot {
  /** Those of one card or touchpoint, for the inspector. */
  readonly Section: ComponentType<
    FileDesk & { readonly subject: SubjectId; readonly evidence: readonly EvidenceView[] }
  >;
  /** What is asked and followed for the board as a whole. */
  readonly Board: ComponentType<FileDesk>;
}
