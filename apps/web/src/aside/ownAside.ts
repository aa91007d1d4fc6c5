/** What is set aside on this board, each with what became of it. */
import { type Proposal, readProposals, type SetAside } from "@sameside/replica";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { type Store, useStore } from "../live/store.ts";

export interface OwnAside {
  readonly what: SetAside;
  /** The proposal that it was sent as; absent when it was not, or the relay did not take that. */
  readonly proposal?: Proposal;
}

export function useOwnAside(live: LiveBoard): readonly OwnAside[] {
  const store = useMemo<Store<readonly SetAside[]>>(
    () => ({ get: () => live.aside.all(), subscribe: (hear) => live.aside.subscribe(hear) }),
    [live],
  );
  const all = useStore(store);
  const rows = useStore(live.proposals);
  const { person } = useStore(live.seat);
  return useMemo(() => {
    const own = readProposals(rows).filter((proposal) => proposal.person === person);
    return all.map((what) => {
      const proposal = own.find(({ id }) => id === what.proposal);
      return { what, ...(proposal ? { proposal } : {}) };
    });
  }, [all, rows, person]);
}

/** Proposals of others for this board that nobody has answered, and whose parts have all come. */
export function useProposalsOfOthers(live: LiveBoard): readonly Proposal[] {
  const rows = useStore(live.proposals);
  const { person } = useStore(live.seat);
  return useMemo(
    () =>
      readProposals(rows).filter(
        (proposal) => proposal.room === live.room && proposal.person !== person && proposal.parts && !proposal.answer,
      ),
    [rows, person, live.room],
  );
}
