/** The start page with what it can do. */

import { addJourney, boardFromState, EXAMPLE_JOURNEY, importJourney, mergeInto } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LibraryFrame } from "../library/frame.ts";
import { Home } from "../library/Home.tsx";
import { type LibraryEntry, libraryEntries } from "../live/libraryEntries.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { Boards } from "./openBoards.ts";
import { boardAddress, codeAddress, readRoute, route } from "./routes.ts";
import { saveCopy } from "./saveCopy.ts";
import { RefusedError } from "./workshops.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
}

export function HomeRoute({ device, boards }: Props) {
  const words = useWords();
  const [entries, setEntries] = useState<readonly LibraryEntry[]>();
  const { toasts, tell, close } = useToasts();
  const reread = useCallback(async () => {
    await boards.settled();
    setEntries(await libraryEntries(device));
  }, [device, boards]);
  useEffect(() => {
    void reread();
  }, [reread]);

  const frame = useMemo<LibraryFrame>(() => {
    const goTo = (known: KnownWorkshop) => route.go(boardAddress(known.id, known.group));
    const orTell = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        tell({ tone: "problem", text: sentenceOf(error, words) });
      }
    };
    return {
      start: ({ template, title, customerType }) =>
        orTell(async () =>
          goTo(await boards.make(title, (board, by) => [addJourney(board, by, { template, title, customerType })])),
        ),
      openExample: () =>
        orTell(async () =>
          goTo(
            await boards.make(EXAMPLE_JOURNEY.title, (board, by) => [
              importJourney(board, by, { draft: EXAMPLE_JOURNEY }),
            ]),
          ),
        ),
      async openDrafts(drafts) {
        const title = drafts[0]?.title || words.files.untitled;
        try {
          goTo(
            await boards.make(title, (board, by) =>
              drafts.map((draft) => importJourney(board, by, { draft: { ...draft, title: draft.title || title } })),
            ),
          );
        } catch (error) {
          throw new Error(sentenceOf(error, words), { cause: error });
        }
      },
      async openSameside(file) {
        const boardFile = file.documents.find(({ room }) => {
          const address = parseRoom(room);
          return address?.workshop === file.workshop && address.kind === "board";
        });
        const address = boardFile && parseRoom(boardFile.room);
        if (!boardFile || address?.kind !== "board") throw new Error(words.files.problems["sameside-foreign"]());
        // Throws when these bytes are no board, before anything on this device is touched.
        boardFromState(boardFile.state);
        const existing = (await device.workshops()).find((known) => known.id === file.workshop);
        const known: KnownWorkshop = existing ?? {
          id: address.workshop,
          group: address.group,
          title: "",
          openedAt: Date.now(),
          right: "write",
        };
        if (!existing) await device.remember(known);
        await boards.prepare(known, (live) => {
          mergeInto(live.board, boardFile.state);
          live.learn(file.answers);
        });
        goTo(known);
      },
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
      forget: ({ known }) =>
        orTell(async () => {
          await device.forget(known.id);
          await reread();
        }),
      saveCopy: ({ known }) => orTell(() => boards.peek(known, (live) => saveCopy(live, known))),
    };
  }, [device, boards, words, tell, reread]);

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

function sentenceOf(error: unknown, words: Words): string {
  if (error instanceof RefusedError) return words.journey.refusals[error.reason];
  return error instanceof Error ? error.message : String(error);
}
