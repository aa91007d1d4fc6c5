/** The boards of all tables of a workshop, open as long as the page is there. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveTable, openLiveTable } from "../live/liveTable.ts";
import type { Boards } from "./openBoards.ts";

interface Parts {
  readonly boards: Boards;
  readonly as: AsDocuments;
}

/** In the order of `groups`, as far as they are read from the disk. */
export function useLiveTables({ boards, as }: Parts, known: KnownWorkshop, groups: readonly string[]) {
  const [tables, setTables] = useState<readonly LiveTable[]>([]);
  const latest = useRef(known);
  const names = groups.join("/");
  useEffect(() => {
    latest.current = known;
    for (const table of tables) table.connect(known);
  }, [tables, known]);
  useEffect(() => {
    let isGone = false;
    const opening = names.split("/").map((group) => openLiveTable(latest.current, group, as.board));
    Promise.all(opening).then(
      (opened) => {
        if (!isGone) setTables(opened);
      },
      (error: unknown) => console.warn("A table could not be opened", error),
    );
    return () => {
      isGone = true;
      setTables([]);
      for (const open of opening) boards.puttingAway(open.then((table) => table.close()));
    };
  }, [boards, as, names]);
  return tables;
}
