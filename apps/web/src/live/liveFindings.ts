/** What a workshop has found and will do, open beside its boards. */
import { type FindingsDocument, type FindingsView, openFindingsReader, readFindings } from "@sameside/model";
import { findingsRoom } from "@sameside/protocol";
import type { KnownWorkshop } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { type LiveShared, openLiveShared } from "./liveShared.ts";

export type LiveFindings = LiveShared<FindingsDocument, FindingsView>;

export function openLiveFindings(known: KnownWorkshop, asFindings: AsDocuments["findings"]): Promise<LiveFindings> {
  const room = findingsRoom(known.id);
  return openLiveShared(known, { room, asDocument: asFindings, project: readFindings, openReader: openFindingsReader });
}
