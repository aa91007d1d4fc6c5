/** While who prepares is on the page, the boards of the tables follow how these, and the terms, are called. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef } from "react";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useReadOff } from "../live/store.ts";
import { type Named, nameOnBoards } from "./tableTitles.ts";
import { runsIt } from "./WorkshopEnd.tsx";

export function useTableTitles(as: AsDocuments, known: KnownWorkshop, { plan, by }: LiveWorkshop): void {
  const now = useReadOff(plan.view, namedIn);
  const before = useRef(now);
  const naming = useRef(Promise.resolve());
  useEffect(() => {
    const old = before.current;
    before.current = now;
    if (old === now || !runsIt(known)) return;
    naming.current = naming.current
      .then(() => nameOnBoards(as, by, known, old, now))
      .catch((error: unknown) => console.warn("A table's map could not be named anew", error));
  }, [as, by, known, now]);
}

function namedIn({ groups, words, brief, templates }: Named): Named {
  return { groups, words, brief, templates };
}
