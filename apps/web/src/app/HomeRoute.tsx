/** The start page with what it can do. */
import { addJourney, EXAMPLE_JOURNEY, importJourney } from "@sameside/model";
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LibraryFrame } from "../library/frame.ts";
import { Home } from "../library/Home.tsx";
import type { AsDocuments } from "../live/documents.ts";
import { type LaptopEntry, laptopEntry } from "../live/laptopEntries.ts";
import { askToLast } from "../live/lasting.ts";
import { type LibraryEntry, libraryEntries } from "../live/libraryEntries.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { leaveWhatIsOver } from "./departure.ts";
import { takeAlong } from "./everything.ts";
import { filesFrame } from "./filesFrame.ts";
import type { Boards } from "./openBoards.ts";
import { makePreparedWorkshop } from "./preparedWorkshop.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { problemSentence } from "./problemSentence.ts";
import { boardAddress, codeAddress, LAPTOP_ADDRESS, prepareAddress, readRoute, route } from "./routes.ts";
import { saveStoredCopy } from "./saveCopy.ts";
import { takeInWithoutDisk, takeInWorkshop } from "./takeIn.ts";
import { runsIt } from "./WorkshopEnd.tsx";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly notes?: PrivateNotes | undefined;
}

const NOTHING_YET: readonly LibraryEntry[] = [];

export function HomeRoute({ device, boards, as, notes }: Props) {
  const words = useWords();
  const [entries, setEntries] = useState<readonly LibraryEntry[]>();
  const { toasts, tell, close } = useToasts();
  const reread = useCallback(async () => {
    await boards.settled();
    setEntries(await libraryEntries(device));
  }, [device, boards]);
  useEffect(() => {
    const begin = async () => {
      await boards.settled();
      for (const { title } of await leaveWhatIsOver(device, words, notes)) {
        const see = { label: words.laptop.leaving.see, act: () => route.go(LAPTOP_ADDRESS) };
        tell({ tone: "news", text: words.laptop.leaving.told(title || words.files.untitled), action: see });
      }
      await reread();
    };
    void begin();
  }, [boards, device, words, notes, tell, reread]);

  const frame = useMemo<LibraryFrame>(() => {
    const parts = { device, as, notes };
    const here = (entries ?? NOTHING_YET).map(({ known }) => known);
    const files = filesFrame(parts, here, words);
    const goTo = (known: KnownWorkshop) => route.go(boardAddress(known.id, known.group));
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        tell({ tone: "problem", text: problemSentence(error, words) });
      }
    };
    const tellLeftOut = (leftOut: number, sentence: (n: number) => string) => {
      if (leftOut > 0) tell({ tone: "problem", text: sentence(leftOut) });
    };
    return {
      ...files,
      start: ({ template, title, customerType }) =>
        orTell(async () => {
          void askToLast();
          goTo(await boards.make(title, (board, by) => [addJourney(board, by, { template, title, customerType })]));
        }),
      startWorkshop: ({ tables, ...start }) =>
        orTell(async () => {
          if (!device.keeps) throw new Error(words.library.workshop.needsDisk);
          void askToLast();
          const tableNames = Array.from({ length: tables }, (_, index) => words.library.workshop.table(index + 1));
          route.go(prepareAddress((await makePreparedWorkshop(device, as, { ...start, tableNames })).id));
        }),
      prepare: ({ known }) => route.go(prepareAddress(known.id)),
      mayPrepare: ({ known }) => runsIt(known),
      openExample: () =>
        orTell(async () => {
          void askToLast();
          goTo(
            await boards.make(EXAMPLE_JOURNEY.title, (board, by) => [
              importJourney(board, by, { draft: EXAMPLE_JOURNEY }),
            ]),
          );
        }),
      async openDrafts(drafts) {
        void askToLast();
        const title = drafts[0]?.title || words.files.untitled;
        try {
          goTo(
            await boards.make(title, (board, by) =>
              drafts.map((draft) => importJourney(board, by, { draft: { ...draft, title: draft.title || title } })),
            ),
          );
        } catch (error) {
          throw new Error(problemSentence(error, words), { cause: error });
        }
      },
      async openSameside(file) {
        void askToLast();
        try {
          const taken = device.keeps
            ? await takeInWorkshop(parts, file)
            : { known: await takeInWithoutDisk(device, boards, file), leftOut: file.attachments.length };
          tellLeftOut(taken.leftOut, words.laptop.takeIn.damaged);
          goTo(taken.known);
        } catch (error) {
          throw new Error(problemSentence(error, words), { cause: error });
        }
      },
      async openEverything(bundle) {
        void askToLast();
        const { leftOut } = await files.takeInEverything(bundle);
        tellLeftOut(leftOut, words.laptop.takeIn.damaged);
        await reread();
      },
      takeAlong: (choice) =>
        orTell(async () => {
          const { workshops, leftOut } = await takeAlong(device, choice, notes);
          tell({ tone: "news", text: words.laptop.along.saved(workshops) });
          tellLeftOut(leftOut, words.laptop.along.leftOut);
        }),
      reread,
      join(text, isOwn) {
        if (!text.includes("#")) {
          const address = codeAddress(text, isOwn);
          if (address !== undefined) route.go(address);
          return address !== undefined;
        }
        const hash = text.slice(text.indexOf("#"));
        if (readRoute(hash).page !== "join") return false;
        followInvite(text, hash);
        return true;
      },
      open: ({ known }) => goTo(known),
      openLaptop: () => route.go(LAPTOP_ADDRESS),
      async look(entry) {
        let looked: LaptopEntry | undefined;
        await orTell(async () => {
          looked = await laptopEntry(entry);
        });
        return looked;
      },
      forget: ({ known }) =>
        orTell(async () => {
          await device.forget(known.id);
          await notes?.forget(known.id);
          await reread();
        }),
      saveCopy: ({ known }) => orTell(async () => tellLeftOut(await saveStoredCopy(known), words.laptop.along.leftOut)),
    };
  }, [device, boards, as, notes, entries, words, tell, reread]);

  return (
    <>
      <Home entries={entries} frame={frame} />
      <ToastList label={words.app.messages} closeLabel={words.app.close} toasts={toasts} onClose={close} />
    </>
  );
}

/** A link names its relay by its address: one on another address is opened there, whole. */
function followInvite(link: string, hash: string): void {
  const there = URL.canParse(link) ? new URL(link) : undefined;
  const web = there?.protocol === "http:" || there?.protocol === "https:";
  if (there && web && there.origin !== location.origin) location.assign(there.href);
  else route.go(hash);
}
