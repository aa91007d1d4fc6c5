/**
 * A phase, a lane, a touchpoint and a card as they stand in the table and in the outline: a button with its name, or
 * the field in which it is written. They have no handlers: the view hears what happens on them (useViewEvents.ts), so
 * that a map of thousands of cards costs what its elements cost.
 */
import { photosOn, shownText } from "@sameside/layout";
import type { CardView, Id, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import { Ellipsis, Lock, MessageCircle, MessageSquarePlus, Mic, Pencil, PenLine, Text } from "lucide-react";
import { memo } from "react";
import { CardPhotos } from "../journey/CardPhotos.tsx";
import { openComments } from "../journey/commentCount.ts";
import { DRAFT_ID } from "../journey/editing.ts";
import { momentWord } from "../journey/feelingWords.ts";
import { cardLook, channelIcon, ICON_BY_LANE_KIND } from "../journey/kindLook.ts";
import { useNameOf } from "../journey/names.ts";
import { useWords } from "../words/words.ts";
import { Editor } from "./Editor.tsx";

/** How a thing stands: the selected one offers what can be done, the edited one is a field. */
export type Standing = "selected" | "edited" | "plain";

export function standingOf(id: string, selected: string | undefined, edited: string | undefined): Standing {
  if (id === edited || id === DRAFT_ID) return "edited";
  return id === selected ? "selected" : "plain";
}

interface PhaseProps {
  readonly phase: Pick<PhaseView, "id" | "title" | "locked" | "threads">;
  readonly standing: Standing;
}

export const PhaseThing = memo(function PhaseThing({ phase, standing }: PhaseProps) {
  const { canvas: words, comments, editing } = useWords();
  const { id, title, locked } = phase;
  const commented = openComments(phase);
  if (standing === "edited") return <Editor what="phase" id={id} text={title} />;
  const name = words.phaseName(title || words.noName);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="table-thing table-phase"
        data-stop={id}
        data-phase-id={id}
        aria-label={name}
        aria-description={markedAs(commented > 0 ? comments.count(commented) : "", locked ? editing.isLocked : "")}
        aria-current={standing === "selected" || undefined}
      >
        {title || words.noName}
        <TalkMark count={commented} />
        {locked ? <LockSign /> : null}
      </button>
      <MoreAbout name={name} shown={standing === "selected"} />
    </>
  );
});

interface LaneProps {
  readonly lane: LaneView;
  readonly standing: Standing;
}

export const LaneThing = memo(function LaneThing({ lane, standing }: LaneProps) {
  const words = useWords();
  const { id, kind, owner } = lane;
  if (standing === "edited") return <Editor what="lane" id={id} text={lane.name} />;
  const Icon = ICON_BY_LANE_KIND[kind];
  const shown = lane.name || words.journey.laneKinds[kind];
  const name = words.canvas.laneName(shown);
  const commented = openComments(lane);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="table-thing table-lane"
        data-stop={id}
        data-lane-id={id}
        aria-label={name}
        aria-description={markedAs(
          commented > 0 ? words.comments.count(commented) : "",
          lane.locked ? words.editing.isLocked : "",
        )}
        aria-current={standing === "selected" || undefined}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{shown}</span>
        <TalkMark count={commented} />
        {lane.locked ? <LockSign /> : null}
      </button>
      {owner ? (
        <p className="table-note" data-content-of={id}>
          {owner}
        </p>
      ) : null}
      <MoreAbout name={name} shown={standing === "selected"} />
    </>
  );
});

interface TouchpointProps {
  readonly touchpoint: TouchpointView;
  readonly phase: string;
  readonly standing: Standing;
  readonly editable: boolean;
}

export const TouchpointThing = memo(function TouchpointThing(props: TouchpointProps) {
  const words = useWords();
  const { touchpoint, phase, standing, editable } = props;
  const { id, title, channel, stage, moment, locked } = touchpoint;
  if (standing === "edited") return <Editor what="touchpoint" id={id} text={title} />;
  const Icon = channelIcon(channel);
  const name = words.canvas.touchpointName(title || words.canvas.noName, phase);
  const truth = moment && words.table.moment(momentWord(words, moment.value));
  const commented = openComments(touchpoint);
  const about = markedAs(
    truth ?? "",
    commented > 0 ? words.comments.count(commented) : "",
    locked ? words.editing.isLocked : "",
  );
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`table-thing table-touchpoint stage-${stage}`}
        data-stop={id}
        data-touchpoint-id={id}
        aria-label={name}
        aria-description={about}
        aria-current={standing === "selected" || undefined}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{title || words.canvas.noName}</span>
        <TalkMark count={commented} />
        {locked ? <LockSign /> : null}
        {moment ? (
          <span
            className="table-badge"
            data-side={moment.value < 0 ? "bad" : "good"}
            data-mark={words.canvas.momentBadge}
            aria-hidden
            title={truth}
          />
        ) : null}
      </button>
      <MoreAbout name={name} shown={editable && standing === "selected"} />
    </>
  );
});

interface CardProps {
  readonly card: CardView;
  /** Titles of its phase and, when it is on one, its touchpoint. */
  readonly phase: string;
  readonly touchpoint: string;
  readonly standing: Standing;
  readonly editable: boolean;
  /** In the outline: its lane, which the table shows at the left. */
  readonly lane?: LaneView | undefined;
}

export const CardThing = memo(function CardThing(props: CardProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const { card, phase, touchpoint, standing, editable, lane } = props;
  const { id, kind, text, grade, authorRole } = card;
  const laneName = lane && (lane.name || words.journey.laneKinds[lane.kind]);
  const Icon = ICON_BY_LANE_KIND[lane?.kind ?? kind];
  const mark = laneName ? (
    <span className="table-card-lane" data-content-of={lane?.id} aria-hidden>
      <Icon size={13} strokeWidth={1.75} />
      {laneName}
    </span>
  ) : null;
  if (standing === "edited") {
    const note = laneName && id === DRAFT_ID ? words.table.draftLane(laneName) : undefined;
    return (
      <div className="table-card-field">
        {mark}
        <Editor what="card" id={id} text={text} kind={kind} className={cardLook(card)} {...(note ? { note } : {})} />
      </div>
    );
  }
  const said = card.withdrawn ? words.withdrawal.emptied : text;
  const name = words.canvas.cardName(words.journey.cardKinds[kind], said, words.canvas.place(phase, touchpoint));
  return (
    <>
      {mark}
      <button
        type="button"
        tabIndex={-1}
        className={`table-thing table-card ${cardLook(card)}`}
        data-stop={id}
        data-card-id={id}
        aria-label={name}
        aria-description={backing(card, words, nameOf)}
        aria-current={standing === "selected" || undefined}
        data-grade={grade}
        data-voice={authorRole === "customer" ? "customer" : "colleague"}
      >
        <span className="table-card-text">
          {card.withdrawn ? <em>{words.withdrawal.emptied}</em> : shownText(card)}
        </span>
        {card.writtenBy === undefined ? null : (
          <span className="table-card-for">
            <PenLine size={12} aria-hidden />
            {words.writtenFor.mark(nameOf(card.author))}
          </span>
        )}
        <CardMarks card={card} />
      </button>
      <CardPhotos card={card} isReached={standing === "selected"} />
      <MoreAbout name={name} shown={editable && standing === "selected"} />
    </>
  );
});

/** What is said of a thing beside its name; `undefined` for nothing. */
function markedAs(...said: readonly string[]): string | undefined {
  return said.filter((part) => part !== "").join(". ") || undefined;
}

/** Seen only: the thing's description says how many comments there are. */
function TalkMark({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="table-card-marks" aria-hidden>
      <MessageCircle size={12} />
    </span>
  );
}

/** How well it is backed, whose voice it is, and what the small signs say. */
function backing(card: CardView, words: ReturnType<typeof useWords>, nameOf: (person: Id) => string): string {
  const { canvas, comments, editing, journey } = words;
  return [
    canvas.backing(journey.grades[card.grade], journey.roles[card.authorRole]),
    card.writtenBy === undefined ? "" : words.writtenFor.title(nameOf(card.author)),
    card.suggestions.length > 0 ? canvas.suggestions(card.suggestions.length) : "",
    card.authorsText === undefined ? "" : canvas.changedByAnother,
    card.body === "" ? "" : canvas.longText,
    openComments(card) > 0 ? comments.count(openComments(card)) : "",
    filesOn(card) > 0 ? canvas.files(filesOn(card)) : "",
    card.locked ? editing.isLocked : "",
  ]
    .filter((part) => part !== "")
    .join(". ");
}

/** Photos and sounds that are shown with it. */
function filesOn({ evidence }: CardView): number {
  return evidence.filter(({ file }) => file !== undefined).length;
}

function CardMarks({ card }: { readonly card: CardView }) {
  const [commented, sounds] = [openComments(card), filesOn(card) - photosOn(card).length];
  const isPlain = card.suggestions.length === 0 && card.authorsText === undefined && card.body === "" && !card.locked;
  if (isPlain && commented === 0 && sounds === 0) return null;
  return (
    <span className="table-card-marks" aria-hidden>
      {commented > 0 ? <MessageCircle size={12} /> : null}
      {sounds > 0 ? <Mic size={12} /> : null}
      {card.body === "" ? null : <Text size={12} />}
      {card.suggestions.length > 0 ? <MessageSquarePlus size={12} /> : null}
      {card.authorsText === undefined ? null : <Pencil size={12} />}
      {card.locked ? <LockSign /> : null}
    </span>
  );
}

/** Seen, not heard: the description of what it stands on says it. */
function LockSign() {
  return <Lock className="table-lock" size={12} aria-hidden />;
}

/** Right after the thing it is about, so that it is the next one for Tab and for a screen reader. */
function MoreAbout({ name, shown }: { readonly name: string; readonly shown: boolean }) {
  const words = useWords().table;
  if (!shown) return null;
  return (
    <button type="button" className="table-more" data-acts aria-haspopup="menu" aria-label={words.more(name)}>
      <Ellipsis size={15} aria-hidden />
    </button>
  );
}
