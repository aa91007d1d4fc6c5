/** What people could not write any more and propose instead, followed live. */
import { type Proposal, readProposals } from "@sameside/replica";
import { useMemo } from "react";
import type { LiveWorkshop } from "./liveWorkshop.ts";
import { useStore } from "./store.ts";

/** All that this seat may read, decided or not. */
export function useProposals(live: Pick<LiveWorkshop, "rows">): readonly Proposal[] {
  const rows = useStore(live.rows("proposal"));
  return useMemo(() => readProposals(rows), [rows]);
}
