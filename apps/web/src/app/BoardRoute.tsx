/** A board's page: finds the workshop on this device, asks who is joining, opens the board, and puts it away again. */
import { mergeInto, stateOf } from "@sameside/model";
import type { Device, KnownWorkshop, ReplicaStatus } from "@sameside/replica";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { MapPhotos } from "../attachments/MapPhotos.tsx";
import { BoardPage } from "../board/BoardPage.tsx";
import { FeelingScope } from "../board/FeelingScope.tsx";
import type { BoardFrame } from "../board/frame.ts";
import type { BoardSlots } from "../board/slots.ts";
import { TypesScope } from "../board/TypesScope.tsx";
import { YouScreen } from "../join/YouScreen.tsx";
import type { AsDocuments } from "../live/documents.ts";
import { askToLast } from "../live/lasting.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { reloadsOffline } from "../live/newVersion.ts";
import { actorRole } from "../live/ownPlace.ts";
import { reopenByPlan } from "../live/reopening.ts";
import { useReadOff, useStore } from "../live/store.ts";
import { recall, remember } from "../ui/remembered.ts";
import { useWords, type Words, WordsContext } from "../words/words.ts";
import { beforeActions } from "./beforeAction.tsx";
import { ConsentGate } from "./ConsentGate.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { FilesOnBoard } from "./FilesOnBoard.tsx";
import { followTable } from "./followTable.ts";
import { takeMove } from "./movedTable.ts";
import { NextStepsTaken } from "./NextStepsTaken.tsx";
import { Notice, Waiting } from "./Notice.tsx";
import { NAME_KEY } from "./nameKey.ts";
import type { Boards, Newcomer } from "./openBoards.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { boardAddress, prepareAddress, roomAddress, route } from "./routes.ts";
import { saveCopy } from "./saveCopy.ts";
import { TableGate } from "./TableGate.tsx";
import { useDeliveredTables } from "./useDeliveredTables.ts";
import { useGreeting } from "./useGreeting.ts";
import { useLeftBehind } from "./useLeftBehind.ts";
import { useLiveBoard } from "./useLiveBoard.ts";
import { useOwnTerms } from "./useOwnTerms.ts";
import { usePlan } from "./usePlan.ts";
import { useQuestions } from "./useQuestions.ts";
import { useToldTables } from "./useToldTables.ts";
import { WhenOver } from "./WhenOver.tsx";
import { endAction, prepareAction, roomAction, runsIt, WorkshopEnd } from "./WorkshopEnd.tsx";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly notes?: PrivateNotes | undefined;
  readonly slots: BoardSlots;
  readonly workshop: string;
  readonly group: string;
}

export function BoardRoute({ workshop, group, ...page }: Props) {
  const { device } = page;
  const words = useWords().app;
  const [known, setKnown] = useState<KnownWorkshop | null | undefined>();
  const [you, setYou] = useState<Newcomer | null>(null);
  useEffect(() => {
    const find = async () => {
      const found = (await device.workshops()).find(({ id }) => id === workshop);
      // Who helps at several tables goes from one to the other; the one looked at last is the one to come back to.
      const opened = found && { ...found, group, openedAt: Date.now() };
      // Which one was looked at last is no reason to keep a board shut whose disk takes nothing now.
      if (opened)
        await device
          .remember(opened)
          .catch((error: unknown) => console.warn("That the board was opened could not be kept", error));
      setYou(newcomerAt(found));
      setKnown(opened ?? null);
    };
    void find();
  }, [device, workshop, group]);

  if (known === undefined) return <Waiting />;
  if (known === null) return <Notice title={words.unknownBoard.title} text={words.unknownBoard.text} />;
  if (!you) {
    return (
      <YouScreen
        lead={words.join.leads[known.right === "read" ? "read" : "write"]}
        firstName={recall(NAME_KEY) ?? ""}
        asksRole={known.right !== "read"}
        isFirst={false}
        go={words.join.go}
        onDone={({ name, role }) => {
          remember(NAME_KEY, name);
          remember(roleKey(workshop), role);
          setYou({ name, role });
        }}
      />
    );
  }
  return (
    <ConsentGate device={device} boards={page.boards} as={page.as} known={known}>
      <TableGate device={device} boards={page.boards} as={page.as} known={known} onSeated={setKnown}>
        <OpenBoard {...page} known={known} onKnown={setKnown} you={you} />
      </TableGate>
    </ConsentGate>
  );
}

interface OpenProps {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly notes?: PrivateNotes | undefined;
  readonly slots: BoardSlots;
  readonly known: KnownWorkshop;
  readonly onKnown: (known: KnownWorkshop) => void;
  readonly you: Newcomer;
}

function OpenBoard({ you, ...page }: OpenProps) {
  const { live, broken } = useLiveBoard(page.boards, page.known, you);
  if (broken !== null) throw broken;
  // Another board, opened anew without what was set aside, is another page.
  return live ? <LivePage key={live.opened} {...page} live={live.board} /> : <Waiting />;
}

interface LiveProps extends Omit<OpenProps, "you"> {
  readonly live: LiveBoard;
}

function LivePage({ device, boards, as, notes, slots, known, onKnown, live }: LiveProps) {
  const plan = usePlan(known, boards, as.plan);
  const words = useOwnTerms(plan);
  useGreeting(known, plan);
  useToldTables(known, plan);
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  }, [known]);
  const change = useCallback(
    (part: Partial<KnownWorkshop>) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      onKnown(next);
      // Not kept: the start page shows an old title; nothing else depends on it.
      device.remember(next).catch((error: unknown) => console.warn("The workshop's title was not kept", error));
    },
    [device, onKnown],
  );
  useDeliveredTables(as, known, plan, 0);
  const questions = useQuestions(known, boards, as.questions);
  useEffect(() => plan && reopenByPlan(plan, live), [plan, live]);
  useEffect(() => plan && followTable(plan, () => latest.current), [plan]);
  const [isEnding, setEnding] = useState(false);
  const status = useReadOff(live.status, linkSaid);
  useAskToLast(live);
  const entered = useStore(live.entered);
  useEffect(() => {
    if (entered) change({ ...linksOf(entered), ...(entered.seat && { seat: entered.seat }) });
  }, [entered, change]);
  const place = useStore(live.seat);
  useEffect(() => {
    const { seat } = latest.current;
    if (!seat || seat.person !== place.person) return;
    if (seat.role !== place.role || seat.table !== place.table)
      change({ seat: { ...seat, role: place.role, table: place.table } });
  }, [place, change]);
  useEffect(() => {
    if (status.wire === "online" && status.right !== latest.current.right) change({ right: status.right });
  }, [status.wire, status.right, change]);

  const [notice, setNotice] = useState(() => {
    const table = takeMove(known.id, known.group);
    return table === undefined ? noticeFor(device, known.id, words) : words.app.moved.here(table);
  });
  useLeftBehind({ boards, live, plan, tell: setNotice });
  const share = useCallback(
    (shared: KnownWorkshop) => {
      latest.current = shared;
      onKnown(shared);
      live.connect(shared);
      return shared;
    },
    [live, onKnown],
  );
  const frame = useMemo<BoardFrame>(
    () => ({
      home: () => route.go("#/"),
      openTable: (group) => route.go(boardAddress(latest.current.id, group)),
      publish: async () => share(await device.publish(latest.current.id, location.origin)),
      followRelay: async (origin) => {
        share(await device.move(latest.current.id, origin));
      },
      async continueAsNew() {
        const state = stateOf(live.board);
        const made = await boards.make(latest.current.title, (board) => {
          mergeInto(board, state);
          return [];
        });
        route.go(boardAddress(made.id, made.group));
      },
      saveCopy: () => {
        saveCopy(live, latest.current).catch((error: unknown) => console.error("The copy could not be saved", error));
      },
      rememberName: (name) => remember(NAME_KEY, name),
      firstName: recall(NAME_KEY) ?? "",
      retitle(first) {
        // A workshop with a name of its own keeps it, whatever the first map of the table at hand is called.
        const title = plan?.view.get().brief.title || first;
        if (title !== latest.current.title) change({ title });
      },
      notice,
      offlineNews: reloadsOffline() ? undefined : words.laptop.offlineLan,
      more: [
        ...beforeActions(known, words),
        ...(runsIt(known)
          ? [
              prepareAction(words, () => route.go(prepareAddress(known.id))),
              roomAction(words, () => route.go(roomAddress(known.id))),
              endAction(words, () => setEnding(true)),
            ]
          : []),
      ],
    }),
    [device, boards, live, plan, change, share, notice, known, words],
  );
  const parts = useMemo(() => ({ device, as, notes }), [device, as, notes]);
  return (
    <WordsContext value={words}>
      <ErrorBoundary onCopy={frame.saveCopy}>
        <TypesScope plan={plan} group={known.group}>
          <FeelingScope live={live} group={known.group}>
            <MapPhotos live={live} editable={status.right === "write"}>
              <BoardPage live={live} plan={plan} questions={questions} known={known} frame={frame} slots={slots} />
            </MapPhotos>
          </FeelingScope>
        </TypesScope>
        <FilesOnBoard live={live} parts={parts} />
        <NextStepsTaken {...{ known, live, boards, as }} />
        {plan ? <WhenOver known={known} live={live} plan={plan} /> : null}
        {plan && isEnding ? <WorkshopEnd live={live} plan={plan} onClose={() => setEnding(false)} /> : null}
      </ErrorBoundary>
    </WordsContext>
  );
}

/** Of where the work is, what this page follows: it is drawn anew for no more than that. */
function linkSaid({ wire, right }: ReplicaStatus): Pick<ReplicaStatus, "wire" | "right"> {
  return { wire, right };
}

/** After the first own edit, with the gesture that follows it: browsers that ask the person do so only then. */
function useAskToLast(live: LiveBoard): void {
  const hasWritten = useStore(live.canUndo);
  useEffect(() => {
    if (!hasWritten) return;
    const ask = () => void askToLast();
    window.addEventListener("pointerup", ask, { once: true });
    window.addEventListener("keyup", ask, { once: true });
    return () => {
      window.removeEventListener("pointerup", ask);
      window.removeEventListener("keyup", ask);
    };
  }, [hasWritten]);
}

/**
 * Who made the workshop moderates it; who opened it from a file works alone on it, with the same right; who has a seat is
 * what it says. `null` where the person has to be asked: a workshop that was joined before there were seats.
 */
function newcomerAt(known: KnownWorkshop | undefined): Newcomer | null {
  if (!known) return null;
  if (known.secret !== undefined || known.relay === undefined) return { role: "facilitator" };
  if (known.seat) return { role: actorRole(known.seat.role) };
  const role = recall(roleKey(known.id));
  return role === "customer" || role === "colleague" ? { role } : null;
}

/** A workshop may have come to its relay anew, with other links. */
function linksOf({ token, readToken }: KnownWorkshop): Partial<KnownWorkshop> {
  return { ...(token !== undefined && { token }), ...(readToken !== undefined && { readToken }) };
}

function roleKey(workshop: string): string {
  return `role.${workshop}`;
}

/** What this device cannot do, said once. */
function noticeFor(device: Device, workshop: string, words: Words): string | undefined {
  if (!device.keeps) return words.app.storageOff;
  if (reloadsOffline()) return undefined;
  const key = `told-reload.${workshop}`;
  if (recall(key) !== undefined) return undefined;
  remember(key, "yes");
  return words.app.reloadNeedsRelay;
}
