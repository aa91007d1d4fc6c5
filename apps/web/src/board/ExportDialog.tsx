/** Saves the map in another format, after saying what that format cannot hold. */
import { type Loss, writeCsv, writeMermaid } from "@sameside/interchange";
import type { JourneyView } from "@sameside/model";
import { useMemo } from "react";
import { noteSavedFile } from "../live/savedFiles.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { download, fileNameFrom } from "../ui/download.ts";
import { useWords } from "../words/words.ts";

export type ExportFormat = "mermaid" | "csv";

interface Props {
  readonly workshop: string;
  readonly format: ExportFormat;
  readonly journey: JourneyView;
  /** Every journey of the board: a spreadsheet holds them all, Mermaid the one that is shown. */
  readonly journeys: readonly JourneyView[];
  readonly onClose: () => void;
}

const FILES = {
  mermaid: { extension: "mmd", type: "text/plain;charset=utf-8" },
  csv: { extension: "csv", type: "text/csv;charset=utf-8" },
} as const;

export function ExportDialog({ workshop, format, journey, journeys, onClose }: Props) {
  const words = useWords();
  const say = words.board.exportDialog;
  const file = FILES[format];
  const { text, lost } = useMemo(
    () => (format === "csv" ? writeCsv(journeys) : writeMermaid(journey)),
    [format, journey, journeys],
  );
  const leftOut = format === "csv" ? 0 : journeys.length - 1;
  const losses: readonly Loss[] = leftOut > 0 ? [{ code: "journeys", count: leftOut }, ...lost] : lost;
  const save = () => {
    const name = fileNameFrom(journey.title, file.extension);
    download(name, text, file.type);
    void noteSavedFile(workshop, name);
    onClose();
  };
  return (
    <Dialog
      title={format === "mermaid" ? say.mermaidTitle : say.csvTitle}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" onPress={save}>
            {say.save}
          </Button>
        </>
      }
    >
      <p>{format === "mermaid" ? say.mermaidAbout : say.csvAbout}</p>
      {losses.length === 0 ? (
        <p>{say.nothingLost}</p>
      ) : (
        <>
          <p className="board-strong">{say.losses}</p>
          <ul className="board-losses">
            {losses.map(({ code, count }) => (
              <li key={code}>{words.files.losses[code](count)}</li>
            ))}
          </ul>
          <p>{say.keepCopy}</p>
        </>
      )}
    </Dialog>
  );
}
