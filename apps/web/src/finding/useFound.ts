/** What was found, and which of it the map went to last. */
import { type Found, openSearch } from "@sameside/insights";
import type { BoardView, Id, JourneyView } from "@sameside/model";
import { useMemo, useState } from "react";

interface Place {
  readonly query: string;
  readonly id: Id;
  readonly at: number;
}

export interface FoundNow {
  /** The map that is shown first, then the others, then what has lost its place. */
  readonly found: readonly Found[];
  /** Where in `found` the map went last; `undefined` before the first, and when something else was typed. */
  readonly at: number | undefined;
  /** The id of what the map went to last. */
  readonly current: Id | undefined;
  /** Goes to one of them; before the first is the last, and after the last the first. */
  go(index: number): { readonly found: Found; readonly at: number } | undefined;
}

export function useFound(view: BoardView, shown: Id, query: string, names: ReadonlyMap<Id, string>): FoundNow {
  const [place, setPlace] = useState<Place | null>(null);
  const search = useMemo(() => openSearch(names), [names]);
  // Going to another map must not turn the list over: the map that was shown when the words were typed stays first.
  const [first, setFirst] = useState({ query, journey: shown });
  if (first.query !== query) setFirst({ query, journey: shown });
  const found = useMemo(() => {
    const isFirst = ({ id }: JourneyView) => id === first.journey;
    const { journeys } = view;
    const maps = [...journeys.filter(isFirst), ...journeys.filter((each) => !isFirst(each))];
    return [...search.find(maps, query), ...search.findUnplaced(view, query)];
  }, [search, view, first.journey, query]);

  const here = place?.query === query ? place : undefined;
  // Others write meanwhile: it may stand elsewhere in the list, or be gone from it.
  const index = here ? found.findIndex(({ id }) => id === here.id) : -1;
  return {
    found,
    at: index >= 0 ? index : undefined,
    current: here?.id,
    go(wish) {
      const at = ((wish % found.length) + found.length) % found.length;
      const next = found[at];
      if (!next) return undefined;
      setPlace({ query, id: next.id, at });
      return { found: next, at };
    },
  };
}
