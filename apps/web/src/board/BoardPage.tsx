/** One group's board: the map in the middle, everything else at its edges. */

import { newMoment } from "@sameside/insights";
import { type BoardView, type Id, markMoment } from "@sameside/model";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Selection, ViewHandle } from "../journey/contract.ts";
import type { KnownWorkshop, ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStepNow } from "../live/planNow.ts";
import { openValue, useReadOff, useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { useHelpKey, useLeaveWarning, usePrintKey, useUndoKeys } from "../ui/pageKeys.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { type BoardDialog, BoardDialogs } from "./BoardDialogs.tsx";
import { BoardFoot } from "./BoardFoot.tsx";
import { BoardSide } from "./BoardSide.tsx";
import { useBeside } from "./beside.ts";
import { boardCommands } from "./boardCommands.tsx";
import { boardMenu } from "./boardMenu.tsx";
import { useChosenView } from "./chosenView.ts";
import { useClosedNews } from "./closedNews.ts";
import { EmptyBoard } from "./EmptyBoard.tsx";
import { findingMenu } from "./findingMenu.tsx";
import { findTouchpoint, isOnMap } from "./findOnBoard.ts";
import type { BoardFrame } from "./frame.ts";
import { useGoneNews } from "./goneNews.ts";
import type { Desk } from "./inspector/desk.ts";
import { LiveMap, LiveNews, Said } from "./LiveMap.tsx";
import { mapMenu } from "./mapMenu.tsx";
import { useRemovedNews } from "./removedNews.ts";
import { useRescued } from "./rescued.ts";
import { useRightsNews, writingOn } from "./rightsNews.ts";
import { useCommands } from "./runCommands.ts";
import { ShutBoard } from "./ShutBoard.tsx";
import { useSelectionInView } from "./selectionInView.ts";
import type { BoardSlots, QuestionsDoor } from "./slots.ts";
import { TopBar } from "./TopBar.tsx";
import { TroubleLines } from "./TroubleLines.tsx";
import { TogetherFrame } from "./together/TogetherFrame.tsx";
import { useTogether } from "./together/useTogether.ts";
import { countUnplaced } from "./UnplacedTray.tsx";
import { useFinding } from "./useFinding.ts";
import { usePanel } from "./usePanel.ts";

interface Props {
  readonly live: LiveBoard;
  /** The workshop's plan; `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly questions: QuestionsDoor;
  readonly known: KnownWorkshop;
  readonly frame: BoardFrame;
  readonly slots: BoardSlots;
}

const NOTHING: ReadonlySet<Id> = new Set();

/** Which maps there are is told at once: what can be done on the page hangs on it. */
function hasOtherMaps(told: BoardView, now: BoardView): boolean {
  return (
    told.journeys.length !== now.journeys.length || told.journeys.some(({ id }, at) => id !== now.journeys[at]?.id)
  );
}

/** Of where the work is, what changes the page: most of it is said by the bar alone. */
function pageStatus({ right, outdated, wire }: ReplicaStatus) {
  return { right, outdated, wire };
}

export function BoardPage({ live, plan, questions, known, frame, slots }: Props) {
  const words = useWords();
  const view = useUnhurried(live.view, hasOtherMaps);
  const status = useReadOff(live.status, pageStatus);
  const { toasts, tell, close } = useToasts();
  const commands = useCommands(live, tell);
  const { run, undo, redo } = commands;
  const rescued = useRescued(live.room);
  const canvas = useRef<ViewHandle>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [selected, setSelection] = useState<Selection | null>(null);
  const [dialog, setDialog] = useState<BoardDialog | null>(null);
  const [zoom] = useState(() => openValue(1));
  const { shown, addressOf } = useChosenView();
  const beside = useBeside();

  const journey = view.journeys.find((each) => each.id === chosen) ?? view.journeys[0];
  const selection = selected && journey && isOnMap(journey, selected) ? selected : null;
  const place = useStore(live.seat);
  const panels = usePanel(useStepNow(live, plan)?.kind, place.role);
  const shut = useStore(live.entrance.shut);
  const isShut = shut === "not-open" || shut === "seat-ended";
  const writing = writingOn(known, place, status);
  const editable = writing === "open" && view.writable && !isShut && !status.outdated;
  const showJourney = useCallback((id: string, then: Selection | null = null) => {
    setSelection(then);
    setChosen(id);
  }, []);
  const together = useTogether({
    ...{ live, journeys: view.journeys, journey: journey?.id, showJourney, canvas },
    ...{ isBusy: dialog !== null, say: commands.say, leave: () => setDialog({ kind: "leave" }) },
  });
  const { self, onMap, doing, nameOf, named } = together;

  const onRemovedByOthers = useRemovedNews({ live, run, nameOf, tell });
  useClosedNews(live, tell);
  useRightsNews(isShut ? "shut" : writing, place.role, tell);
  useUndoKeys(undo, redo, editable && dialog === null);
  useHelpKey(() => setDialog({ kind: "keys" }));
  useLeaveWarning(live.status);
  const openPaper = useCallback(() => {
    const chosen = canvas.current?.chosen() ?? [];
    setDialog({ kind: "paper", chosen: new Set(chosen.map(({ id }) => id)) });
  }, []);
  usePrintKey(openPaper, journey !== undefined && dialog === null && !isShut);
  useDocumentTitle(words.app.titleBoard(journey?.title || words.journey.untitled));
  useTitleOnStartPage(view.journeys[0]?.title, known, frame);
  useNotice(frame.notice, tell);
  useNotice(status.wire === "offline" ? frame.offlineNews : undefined, tell);
  useSelectionInView(selection, canvas);

  const rescue = useCallback(
    (text: string) => {
      rescued.keep(text);
      setDialog({ kind: "unplaced" });
    },
    [rescued.keep],
  );
  const askPaste = useCallback(
    (texts: readonly string[], go: () => void) => setDialog({ kind: "paste", count: texts.length, go }),
    [],
  );
  const takeName = (name: string) => {
    frame.rememberName(name);
    live.takeName(name).catch((error: unknown) => tell({ tone: "problem", text: String(error) }));
  };
  const markSelected = () => {
    const found = journey && selection ? findTouchpoint(journey, selection.id) : undefined;
    if (!found) {
      tell({ tone: "news", text: words.board.momentNeedsTouchpoint });
      return;
    }
    const { touchpoint } = found;
    if (!touchpoint.moment && run(markMoment(live.board, live.by, newMoment(touchpoint))).outcome === "refused") return;
    setSelection({ kind: "moment", id: touchpoint.id });
  };
  const gone = useGoneNews(live, run, tell);
  const isFree = journey !== undefined && dialog === null && !isShut;
  const makeRoom = () => panels.show(null);
  const finding = useFinding({ journey, canvas, show: showJourney, open: setDialog, makeRoom, isFree });
  const desk: Desk | undefined = journey && {
    board: live.board,
    by: live.by,
    journey,
    journeys: view.journeys,
    history: live.history,
    run,
    editable,
    nameOf,
    people: named,
    onRescue: rescue,
    onSelect: setSelection,
    ...gone,
    filesOf: (subject, evidence) => (
      <slots.Files live={live} run={run} editable={editable} nameOf={nameOf} subject={subject} evidence={evidence} />
    ),
    changesOf: (subject) => <slots.Changes live={live} nameOf={nameOf} subject={subject} />,
  };

  const besideProps = { live, plan, questions, journey, selection, run, editable, nameOf, tell };
  const isInspecting = selection !== null && !isShut;
  const isFinding = finding.isOpen && !isShut && panels.panel === null;
  const ways = { find: finding.open, palette: finding.openPalette, present: finding.openPresent };
  const maps = { live, journeys: view.journeys, run, editable, showJourney };
  const menu = [
    ...(journey && !isShut ? findingMenu(words, ways) : []),
    ...boardMenu(words, {
      ...{ hasJourney: journey !== undefined, known, open: setDialog, saveCopy: frame.saveCopy, more: frame.more },
      openPaper,
      openPanel: panels.show,
      mapActs: journey ? mapMenu(words, { ...maps, journey, open: setDialog }) : [],
    }),
  ];
  const page = {
    live,
    journeys: view.journeys,
    canvas,
    run,
    editable,
    shown,
    addressOf,
    showJourney,
    undo,
    redo,
    menu,
  };
  const invite = () => setDialog({ kind: "invite" });

  return (
    <div
      className="board"
      data-view={shown}
      data-inspecting={isInspecting || panels.panel !== null || isFinding ? "" : undefined}
    >
      <TopBar
        live={live}
        journey={journey}
        journeys={view.journeys}
        onJourney={showJourney}
        beside={beside}
        run={run}
        editable={editable}
        writing={writing}
        isShared={known.relay !== undefined}
        together={together}
        shown={shown}
        addressOf={addressOf}
        menu={menu}
        isFinding={isFinding}
        onFind={() => (isFinding ? finding.close() : finding.open())}
        onPresent={finding.openPresent}
        panels={panels}
        onHome={frame.home}
        onAbout={() => setDialog({ kind: "about" })}
        onInvite={invite}
        onRelayMoved={() => setDialog({ kind: "relayMoved" })}
      />
      <div className="board-lines">
        <TroubleLines live={live} onCopy={frame.saveCopy} onBefore={() => setDialog({ kind: "before" })} />
        <slots.Step
          {...besideProps}
          isAgendaOpen={dialog?.kind === "agenda"}
          onAgenda={() => setDialog({ kind: "agenda" })}
          onTable={frame.openTable}
          onClose={() => setDialog(null)}
        />
        <slots.Lines {...besideProps} panels={panels} />
        <slots.Arrival
          {...{ live, plan, journey, tell }}
          open={dialog?.kind === "consent" || dialog?.kind === "roleCard" ? dialog.kind : null}
          onOpen={(kind) => setDialog({ kind })}
          onClose={() => setDialog(null)}
        />
      </div>
      <main className="board-stage" aria-label={words.board.map(journey?.title ?? "")}>
        {isShut ? (
          <ShutBoard live={live} plan={plan} why={shut} onCopy={frame.saveCopy} />
        ) : journey ? (
          <LiveMap
            live={live}
            plan={plan}
            Slot={slots.Canvas}
            ref={canvas}
            journey={journey}
            journeys={view.journeys}
            beside={beside}
            onJourney={showJourney}
            run={commands.runOnMap}
            editable={editable}
            selection={selection}
            onSelect={setSelection}
            others={onMap}
            {...doing}
            onAskPaste={askPaste}
            onRescue={rescue}
            onSay={commands.say}
            onZoom={zoom.set}
            shown={shown}
            onRemoved={gone.onRemoved}
          />
        ) : (
          <EmptyBoard live={live} isShared={known.relay !== undefined} run={run} editable={editable} />
        )}
        <TogetherFrame together={together} />
        {journey && !isShut ? (
          <slots.Views
            {...{ live, journey, selection, shown, addressOf, canvas, beside, tell }}
            journeys={view.journeys}
            onJourney={showJourney}
            open={dialog?.kind === "shown" || dialog?.kind === "views" ? dialog.kind : null}
            onOpen={(kind) => setDialog({ kind })}
            onClose={() => setDialog(null)}
            onSay={commands.say}
          />
        ) : null}
        {journey && !isShut ? (
          <BoardFoot
            live={live}
            canvas={canvas}
            zoom={shown === "canvas" ? zoom : null}
            editable={editable}
            unplaced={countUnplaced(view, rescued)}
            onMoment={markSelected}
            onUndo={undo}
            onRedo={redo}
            onUnplaced={() => setDialog({ kind: "unplaced" })}
          />
        ) : null}
      </main>
      <BoardSide
        slots={slots}
        beside={besideProps}
        panels={panels}
        finding={finding}
        view={view}
        desk={isShut ? undefined : desk}
        onSay={commands.say}
      />
      {journey && !isShut ? (
        <slots.Paper
          journey={journey}
          selected={dialog?.kind === "paper" ? dialog.chosen : NOTHING}
          isOpen={dialog?.kind === "paper"}
          onClose={() => setDialog(null)}
        />
      ) : null}
      <slots.History
        live={live}
        view={view}
        selection={selection}
        run={run}
        editable={editable}
        nameOf={nameOf}
        open={dialog?.kind === "history" || dialog?.kind === "before" ? dialog.kind : null}
        onClose={() => setDialog(null)}
      />
      {isShut ? null : <slots.BoardFiles live={live} run={run} editable={editable} nameOf={nameOf} />}
      {dialog ? (
        <BoardDialogs
          dialog={dialog}
          onClose={() => setDialog(null)}
          live={live}
          known={known}
          plan={plan}
          frame={frame}
          slots={slots}
          view={view}
          journey={journey}
          desk={desk && { ...desk, onRescue: rescued.keep }}
          selection={selection}
          run={run}
          editable={editable}
          commands={() => (journey ? boardCommands(words, { ...page, journey, markMoment: markSelected, invite }) : [])}
          rescued={rescued}
          self={self}
          onMade={showJourney}
          onRemovedWith={gone.onRemovedWith}
          onKept={(text) => tell({ tone: "news", text })}
          nameOf={nameOf}
          open={setDialog}
          onName={(name) => {
            takeName(name);
            if (dialog.kind === "name") setDialog(null);
          }}
          onFollowed={(origin) => {
            setDialog(null);
            tell({ tone: "news", text: words.board.relayMoved.done(origin) });
          }}
        />
      ) : null}
      <LiveNews live={live} commands={commands} onOthers={onRemovedByOthers} />
      <ToastList label={words.app.messages} closeLabel={words.app.close} toasts={toasts} onClose={close} />
      <Said said={commands.said} />
    </div>
  );
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function useTitleOnStartPage(title: string | undefined, known: KnownWorkshop, { retitle }: BoardFrame): void {
  useEffect(() => {
    if (title !== undefined && title !== known.title) retitle(title);
  }, [title, known.title, retitle]);
}

function useNotice(notice: string | undefined, tell: ReturnType<typeof useToasts>["tell"]): void {
  useEffect(() => {
    if (notice !== undefined) tell({ tone: "news", text: notice });
  }, [notice, tell]);
}
