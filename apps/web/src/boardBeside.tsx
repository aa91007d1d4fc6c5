/**
 * What stands beside the map: changes that were set aside, the private notes, the questions and the topics. Here the
 * notes meet what others read.
 */
import type { ProposedChange } from "@sameside/model";
import type { Note } from "@sameside/replica";
import { useMemo, useState } from "react";
import { cardFromNote } from "./app/cardFromNote.ts";
import { AsideLines } from "./aside/AsideLines.tsx";
import { noteText } from "./aside/changeLine.ts";
import { PreparedNotes } from "./before/notes/PreparedNotes.tsx";
import { TrayPanel } from "./before/notes/TrayPanel.tsx";
import type { BesideProps, LinesProps } from "./board/slots.ts";
import { LeftLine } from "./leaving/LeftLine.tsx";
import { ListenLead } from "./listen/ListenLead.tsx";
import { QuotesPanel } from "./listen/QuotesPanel.tsx";
import { needsLook, type SharedAs, ShareNote } from "./listen/ShareNote.tsx";
import { TopicList } from "./listen/TopicList.tsx";
import { TopicsPanel } from "./listen/TopicsPanel.tsx";
import { listens } from "./live/ownPlace.ts";
import { useOwnQuestions } from "./live/ownQuestions.ts";
import { useStepNow, useTableName } from "./live/planNow.ts";
import { useStore } from "./live/store.ts";
import { useUnhurried } from "./live/unhurried.ts";
import { NotesPanel } from "./notebook/NotesPanel.tsx";
import { notebook } from "./notes.ts";
import { AnswersHung } from "./questions/AnswersHung.tsx";
import { QuestionsPanel } from "./questions/QuestionsPanel.tsx";
import { QuestionTaker } from "./questions/QuestionTaker.tsx";
import { VotesOnce } from "./questions/VotesOnce.tsx";
import { MessageLines } from "./room/MessageLines.tsx";
import { TakenAwayLines } from "./takenAway/TakenAwayLines.tsx";
import { useWords } from "./words/words.ts";
import { AwaitingLine } from "./writtenFor/AwaitingLine.tsx";
import { DeclinedLine } from "./writtenFor/DeclinedLine.tsx";
import { EnteredLine } from "./writtenFor/EnteredLine.tsx";
import { WritingLine } from "./writtenFor/WritingLine.tsx";

type PanelProps = BesideProps & { readonly onClose: () => void };

export function Lines({ live, plan, questions, journey, run, editable, nameOf, tell, panels }: LinesProps) {
  const words = useWords();
  const copyToNotes = async (changes: readonly ProposedChange[]) => {
    const notes = changes.map((change) => ({
      workshop: live.workshop,
      text: noteText(change, words),
      ...(change.touchpoint === undefined ? {} : { place: change.touchpoint }),
    }));
    // The one written last stands first: so they stand in the order of the list.
    await notebook.write(notes.toReversed());
  };
  return (
    <>
      <LeftLine live={live} tell={tell} />
      <AsideLines live={live} run={run} editable={editable} nameOf={nameOf} tell={tell} onCopyToNotes={copyToNotes} />
      {plan && journey ? <PreparedNotes {...{ live, plan, editable }} onShow={() => panels.show("tray")} /> : null}
      {plan ? <MessageLines live={live} plan={plan} tell={tell} /> : null}
      <TakenAwayLines live={live} questions={questions.live} />
      <WritingLine {...{ live, plan, editable, nameOf, tell }} />
      <AwaitingLine {...{ live, run, editable, nameOf, tell }} />
      <EnteredLine {...{ live, nameOf, tell }} />
      <DeclinedLine {...{ live, run, editable, nameOf }} />
      <QuestionTaker live={live} questions={questions} />
      <VotesOnce live={live} questions={questions} />
      <AnswersHung live={live} questions={questions.live} editable={editable} />
    </>
  );
}

/** A note that its person looks at once more before others read it. `settle` answers whether they shared it. */
interface Sharing {
  readonly as: SharedAs;
  readonly note: Note;
  readonly settle: (isShared: boolean) => void;
}

export function Notes({ live, plan, journey, selection, run, editable, nameOf, tell, onClose }: PanelProps) {
  const words = useWords();
  const { selected, titleOf } = usePlaces(live, selection);
  const seat = useStore(live.seat);
  const step = useStepNow(live, plan);
  const { left, ask } = useOwnQuestions(live);
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const [, announce] = useState("");
  const isListening = step?.kind === "listen" && listens(seat);

  const makeCard = (note: Note): boolean => {
    const made = journey && cardFromNote(live, journey, note);
    if (!made) tell({ tone: "problem", text: words.notebook.noPlace });
    return made !== undefined && run(made).outcome === "done";
  };
  const look = (as: SharedAs, note: Note) => new Promise<boolean>((settle) => setSharing({ as, note, settle }));
  const share = async ({ as, note, settle }: Sharing, text: string) => {
    setSharing(null);
    if (as === "card") return settle(makeCard({ ...note, text }));
    try {
      await ask(text, note.place);
      tell({ tone: "news", text: words.listen.share.asked });
      settle(true);
    } catch (error) {
      console.warn("A question was not kept", error);
      tell({ tone: "problem", text: words.listen.share.failed });
      settle(false);
    }
  };
  return (
    <>
      <NotesPanel
        notebook={notebook}
        workshop={live.workshop}
        selected={selected}
        titleOf={titleOf}
        onMakeCard={
          editable && journey ? async (note) => (needsLook(note.text) ? look("card", note) : makeCard(note)) : undefined
        }
        onAsk={(note) => void look("question", note)}
        isListening={isListening}
        lead={isListening && plan ? <ListenLead steps={plan.view.get().steps} now={step.id} /> : null}
        foot={
          isListening ? (
            <section className="listen-read" aria-label={words.listen.topics.title}>
              <h3>{words.listen.topics.title}</h3>
              <TopicList live={live} run={run} editable={false} nameOf={nameOf} tell={tell} onSay={announce} />
            </section>
          ) : null
        }
        tell={tell}
        onClose={onClose}
      />
      {sharing ? (
        <ShareNote
          as={sharing.as}
          text={sharing.note.text}
          about={sharing.note.place === undefined ? undefined : titleOf(sharing.note.place)}
          left={left}
          onShare={(text) => void share(sharing, text)}
          onClose={() => {
            setSharing(null);
            sharing.settle(false);
          }}
        />
      ) : null}
    </>
  );
}

export function Questions({ live, questions, selection, nameOf, tell, onClose }: PanelProps) {
  const { selected, titleOf } = usePlaces(live, selection);
  return <QuestionsPanel {...{ live, questions, selected, titleOf, nameOf, tell, onClose }} />;
}

export function Topics({ live, run, editable, nameOf, tell, onClose }: PanelProps) {
  return <TopicsPanel {...{ live, run, editable, nameOf, tell, onClose }} />;
}

export function Tray({ live, plan, journey, run, editable, nameOf, tell, onClose }: PanelProps) {
  if (!plan || !journey) return null;
  return <TrayPanel {...{ live, plan, journey, run, editable, nameOf, tell, onClose }} />;
}

export function Quotes({ live, plan, selection, run, editable, nameOf, tell, onClose }: PanelProps) {
  const { selected, places } = usePlaces(live, selection);
  const table = useTableName(live, plan);
  return <QuotesPanel {...{ live, selected, places, table, run, editable, nameOf, tell, onClose }} />;
}

/** The touchpoint that is selected, itself or by a card of it; and the titles of all. */
function usePlaces(live: BesideProps["live"], selection: BesideProps["selection"]) {
  const view = useUnhurried(live.view);
  return useMemo(() => {
    const touchpoints = view.journeys.flatMap(({ phases }) => phases).flatMap((phase) => phase.touchpoints);
    return {
      places: touchpoints,
      titleOf: (place: string) => touchpoints.find(({ id }) => id === place)?.title,
      selected: touchpoints.find(
        ({ id, cardsByLane }) =>
          id === selection?.id ||
          Object.values(cardsByLane).some((cards) => cards.some((card) => card.id === selection?.id)),
      ),
    };
  }, [view, selection]);
}
