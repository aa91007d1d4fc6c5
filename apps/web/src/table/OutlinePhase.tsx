/** A phase in the outline, with what lies on it as a whole and its touchpoints. */
import type { CardsByLane, CardView, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import { memo } from "react";
import { DRAFT_ID } from "../journey/editing.ts";
import type { NamedScale } from "../journey/feelingWords.ts";
import { useGuide } from "../journey/LaneGuide.tsx";
import { useWords } from "../words/words.ts";
import { AddButton } from "./AddButton.tsx";
import { FactsCell } from "./FactsCell.tsx";
import { FeelingCell } from "./FeelingCell.tsx";
import { CardThing, PhaseThing, standingOf, TouchpointThing } from "./things.tsx";

interface Shared {
  readonly lanes: readonly LaneView[];
  /** `false`: the lane of feelings is out of sight. */
  readonly hasFeelings: boolean;
  readonly scale: NamedScale;
  readonly person: string;
  readonly selected: string | undefined;
  readonly edited: string | undefined;
  readonly editable: boolean;
}
type PhaseProps = Shared & { readonly phase: PhaseView };

/** About what a line is high, in CSS pixels: the place that is kept for phases out of sight. */
const LINE_HEIGHT = 44;

export const OutlinePhase = memo(function OutlinePhase({ phase, ...shared }: PhaseProps) {
  const words = useWords().canvas;
  const { selected, edited, editable } = shared;
  const isDraft = phase.id === DRAFT_ID;
  return (
    <li className="outline-phase" style={{ containIntrinsicBlockSize: `auto ${linesIn(phase) * LINE_HEIGHT}px` }}>
      <div className="outline-line">
        <PhaseThing phase={phase} standing={standingOf(phase.id, selected, edited)} />
        {isDraft ? null : <span className="table-note">{words.touchpointCount(phase.touchpoints.length)}</span>}
      </div>
      {isDraft ? null : (
        <ul>
          <Cards {...shared} cardsByLane={phase.cardsByLane} phase={phase.title} touchpoint="" />
          {phase.touchpoints.map((touchpoint) => (
            <OutlineTouchpoint
              key={touchpoint.id}
              {...shared}
              touchpoint={touchpoint}
              phase={phase.title}
              selected={holds(touchpoint, selected) ? selected : undefined}
              edited={holds(touchpoint, edited) ? edited : undefined}
            />
          ))}
          {editable ? (
            <li>
              <AddButton add="touchpoint" parent={phase.id} label={words.addTouchpoint(phase.title || words.noName)} />
            </li>
          ) : null}
        </ul>
      )}
    </li>
  );
}, isSamePhase);

type TouchpointProps = Shared & { readonly touchpoint: TouchpointView; readonly phase: string };

const OutlineTouchpoint = memo(function OutlineTouchpoint({ touchpoint, phase, ...shared }: TouchpointProps) {
  const words = useWords();
  const { lanes, selected, edited, editable } = shared;
  const { id, title } = touchpoint;
  const isDraft = id === DRAFT_ID;
  const { isAside, promptOf } = useGuide();
  const forCards = lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
  const lane = forCards.find(({ kind }) => !isAside(kind)) ?? forCards[0];
  const label = lane && words.canvas.addCard(words.journey.laneKinds[lane.kind], words.canvas.place(phase, title));
  const prompt = lane && promptOf(lane.kind);
  return (
    <li className="outline-touchpoint">
      <div className="outline-line">
        <TouchpointThing
          touchpoint={touchpoint}
          phase={phase}
          standing={standingOf(id, selected, edited)}
          editable={editable}
        />
        {isDraft ? null : (
          <div className="outline-facts">
            <FactsCell touchpoint={touchpoint} />
            {shared.hasFeelings ? (
              <FeelingCell touchpoint={touchpoint} scale={shared.scale} person={shared.person} editable={editable} />
            ) : null}
          </div>
        )}
      </div>
      {isDraft ? null : (
        <ul>
          <Cards {...shared} cardsByLane={touchpoint.cardsByLane} phase={phase} touchpoint={title} />
          {editable && lane && label ? (
            <li>
              <AddButton
                add="card"
                parent={id}
                lane={lane.id}
                prompt={prompt}
                label={prompt ? words.guide.asked(label, prompt) : label}
              />
            </li>
          ) : null}
        </ul>
      )}
    </li>
  );
});

interface CardsProps extends Shared {
  readonly cardsByLane: CardsByLane;
  readonly phase: string;
  readonly touchpoint: string;
}

/** Lane by lane, in the lanes' order. */
function Cards({ cardsByLane, lanes, phase, touchpoint, selected, edited, editable }: CardsProps) {
  return lanes.flatMap((lane) =>
    (cardsByLane[lane.id] ?? []).map((card: CardView) => (
      <li key={card.id} className="outline-line">
        <CardThing
          card={card}
          phase={phase}
          touchpoint={touchpoint}
          standing={standingOf(card.id, selected, edited)}
          editable={editable}
          lane={lane}
        />
      </li>
    )),
  );
}

/** A phase renders again when it changed, or when what is selected or edited stands or stood in it. */
function isSamePhase(a: PhaseProps, b: PhaseProps): boolean {
  const isMarkSame = (before: string | undefined, after: string | undefined) =>
    before === after || (!isIn(b.phase, before) && !isIn(b.phase, after));
  return (
    a.phase === b.phase &&
    a.lanes === b.lanes &&
    a.hasFeelings === b.hasFeelings &&
    a.scale === b.scale &&
    a.person === b.person &&
    a.editable === b.editable &&
    isMarkSame(a.selected, b.selected) &&
    isMarkSame(a.edited, b.edited)
  );
}

function isIn(phase: PhaseView, id: string | undefined): boolean {
  if (id === undefined) return false;
  return phase.id === id || hasCard(phase.cardsByLane, id) || phase.touchpoints.some((each) => holds(each, id));
}

function holds(touchpoint: TouchpointView, id: string | undefined): boolean {
  return id !== undefined && (touchpoint.id === id || hasCard(touchpoint.cardsByLane, id));
}

function hasCard(cardsByLane: CardsByLane, id: string): boolean {
  return Object.values(cardsByLane).some((cards) => cards.some((card) => card.id === id));
}

function linesIn({ touchpoints, cardsByLane }: PhaseView): number {
  const count = (cards: CardsByLane) => Object.values(cards).reduce((sum, each) => sum + each.length, 0);
  return touchpoints.reduce((sum, touchpoint) => sum + 2 + count(touchpoint.cardsByLane), 2 + count(cardsByLane));
}
