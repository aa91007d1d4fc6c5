/** Files dropped on the board: saved copies are put together with what is here, and the open map shows it at once. */
import type { SamesideContents } from "@sameside/interchange";
import type { KnownWorkshop } from "@sameside/replica";
import { useState } from "react";
import { FilesDialog } from "../library/FilesDialog.tsx";
import type { FilesFrame } from "../library/filesFrame.ts";
import { fromFile, type JourneySource } from "../library/journeySource.ts";
import { useDroppedFiles } from "../library/useDroppedFiles.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useWords } from "../words/words.ts";
import { filesFrame } from "./filesFrame.ts";
import type { TakeInParts } from "./takeIn.ts";

interface Props {
  readonly live: LiveBoard;
  readonly parts: TakeInParts;
}

interface Dropped {
  readonly sources: readonly JourneySource[];
  readonly here: readonly KnownWorkshop[];
}

export function FilesOnBoard({ live, parts }: Props) {
  const words = useWords();
  const [dropped, setDropped] = useState<Dropped>();
  const dropping = useDroppedFiles({
    wants: (name) => name.toLowerCase().endsWith(".sameside"),
    onFiles: (files) => {
      const sources = files.map(fromFile);
      parts.device.workshops().then(
        (here) => setDropped({ sources, here }),
        () => setDropped({ sources, here: [] }),
      );
    },
  });
  return (
    <>
      {dropping ? <div className="library-drop">{words.library.dropHere}</div> : null}
      {dropped ? (
        <FilesDialog
          sources={dropped.sources}
          frame={learning(live, filesFrame(parts, dropped.here, words))}
          onClose={() => setDropped(undefined)}
        />
      ) : null}
    </>
  );
}

/** The open board hears of documents by itself; the answers it has in memory are told. */
function learning(live: LiveBoard, frame: FilesFrame): FilesFrame {
  const learn = ({ workshop, answers }: SamesideContents) => {
    if (workshop === live.workshop) live.learn(answers);
  };
  return {
    ...frame,
    async takeIn(file) {
      const taken = await frame.takeIn(file);
      learn(file);
      return taken;
    },
    async takeInEverything(bundle) {
      const taken = await frame.takeInEverything(bundle);
      for (const { contents } of bundle.workshops) learn(contents);
      return taken;
    },
  };
}
