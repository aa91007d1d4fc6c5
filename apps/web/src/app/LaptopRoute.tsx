/** The page of what is on this device, with what it can do. */
import { type Device, forgetWords, type KeptWords, keptWords } from "@sameside/replica";
import { useCallback, useEffect, useMemo, useState } from "react";
import { FilesDialog } from "../library/FilesDialog.tsx";
import { fromFile, type JourneySource } from "../library/journeySource.ts";
import type { LaptopFrame } from "../library/laptop/frame.ts";
import { LaptopPage } from "../library/laptop/LaptopPage.tsx";
import type { AsDocuments } from "../live/documents.ts";
import { type LaptopEntry, laptopEntries } from "../live/laptopEntries.ts";
import { download, fileNameFrom } from "../ui/download.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { leaveWhatIsOver } from "./departure.ts";
import { takeAlong } from "./everything.ts";
import { filesFrame } from "./filesFrame.ts";
import type { Boards } from "./openBoards.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { problemSentence } from "./problemSentence.ts";
import { boardAddress, route } from "./routes.ts";
import { saveStoredCopy } from "./saveCopy.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly notes?: PrivateNotes | undefined;
}

const NOTHING_YET: readonly LaptopEntry[] = [];

export function LaptopRoute({ device, boards, as, notes }: Props) {
  const words = useWords();
  const [entries, setEntries] = useState<readonly LaptopEntry[]>();
  const [kept, setKept] = useState<readonly KeptWords[]>([]);
  const [sources, setSources] = useState<readonly JourneySource[]>([]);
  const { toasts, tell, close } = useToasts();
  const reread = useCallback(async () => {
    try {
      await boards.settled();
      await leaveWhatIsOver(device, words, notes);
      setEntries(await laptopEntries(device));
      setKept(await keptWords());
    } catch (error) {
      setEntries([]);
      tell({ tone: "problem", text: problemSentence(error, words) });
    }
  }, [boards, device, words, notes, tell]);
  useEffect(() => {
    void reread();
  }, [reread]);

  const frame = useMemo<LaptopFrame>(() => {
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        tell({ tone: "problem", text: problemSentence(error, words) });
      }
      await reread();
    };
    const tellLeftOut = (leftOut: number) => {
      if (leftOut > 0) tell({ tone: "problem", text: words.laptop.along.leftOut(leftOut) });
    };
    return {
      home: () => route.go("#/"),
      open: ({ known }) => route.go(boardAddress(known.id, known.group)),
      saveCopy: ({ known }) => orTell(async () => tellLeftOut(await saveStoredCopy(known))),
      forget: ({ known }) =>
        orTell(async () => {
          await device.forget(known.id);
          await notes?.forget(known.id);
        }),
      openFiles: (files) => setSources(files.map(fromFile)),
      takeAlong: (choice) =>
        orTell(async () => {
          const { workshops, leftOut } = await takeAlong(device, choice, notes);
          tell({ tone: "news", text: words.laptop.along.saved(workshops) });
          tellLeftOut(leftOut);
        }),
      saveWords: ({ title, text }) =>
        download(
          fileNameFrom(words.laptop.kept.fileName(title || words.files.untitled), "md"),
          text,
          "text/markdown;charset=utf-8",
        ),
      forgetWords: ({ workshop }) => orTell(() => forgetWords(workshop)),
    };
  }, [device, notes, words, tell, reread]);

  const here = (entries ?? NOTHING_YET).map(({ known }) => known);
  return (
    <>
      <LaptopPage entries={entries} kept={kept} frame={frame} />
      {sources.length > 0 ? (
        <FilesDialog
          sources={sources}
          frame={filesFrame({ device, as, notes }, here, words)}
          onClose={() => {
            setSources([]);
            void reread();
          }}
        />
      ) : null}
      <ToastList label={words.app.messages} closeLabel={words.app.close} toasts={toasts} onClose={close} />
    </>
  );
}
