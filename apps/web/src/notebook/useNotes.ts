/** The notes of one workshop, followed as they change here and in other tabs. */
import type { Note, Notebook } from "@sameside/replica";
import { useEffect, useState } from "react";

/** `undefined` while they are read, `null` when they cannot be. */
export function useNotes(notebook: Notebook, workshop: string): readonly Note[] | null | undefined {
  const [notes, setNotes] = useState<readonly Note[] | null>();
  useEffect(() => {
    let latest = 0;
    const read = () => {
      latest += 1;
      const turn = latest;
      // An earlier reading may end later.
      const show = (found: readonly Note[] | null) => {
        if (turn === latest) setNotes(found);
      };
      notebook.of(workshop).then(show, (error: unknown) => {
        console.warn("The notes cannot be read", error);
        show(null);
      });
    };
    read();
    const stop = notebook.subscribe(read);
    return () => {
      latest += 1;
      stop();
    };
  }, [notebook, workshop]);
  return notes;
}
