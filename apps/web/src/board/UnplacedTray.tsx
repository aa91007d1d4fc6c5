/** What lost its place, with the ways home: bring back what it stood on, or put it where something is selected. */
import {
  addCard,
  type BoardView,
  type CardView,
  type Id,
  type JourneyView,
  moveCard,
  moveTouchpoint,
  restore,
  type UnplacedTouchpointView,
  type UnplacedView,
} from "@sameside/model";
import type { Run, Selection } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { Button } from "../ui/Button.tsx";
import { copyText } from "../ui/copyText.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { findCard, findTouchpoint } from "./findOnBoard.ts";
import type { Rescued } from "./rescued.ts";

interface Props {
  readonly live: LiveBoard;
  readonly view: BoardView;
  readonly journey: JourneyView;
  readonly selection: Selection | null;
  readonly run: Run;
  readonly editable: boolean;
  readonly rescued: Rescued;
  readonly onClose: () => void;
}

/** How many things wait for a place. */
export function countUnplaced(view: BoardView, rescued: Rescued): number {
  return view.unplaced.length + view.unplacedTouchpoints.length + rescued.texts.length;
}

export function UnplacedTray({ live, view, journey, selection, run, editable, rescued, onClose }: Props) {
  const words = useWords();
  const say = words.board.unplaced;
  const place = placeFor(journey, selection);
  const bring = (lost: NonNullable<UnplacedView["lost"] | UnplacedTouchpointView["lost"]>) =>
    run(restore(live.board, live.by, { collection: lost.collection, id: lost.id }));
  const bringWords = { phases: say.bringPhase, lanes: say.bringLane, touchpoints: say.bringTouchpoint };
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      <p>{say.text}</p>
      <ul className="board-unplaced">
        {view.unplaced.map(({ card, lost }) => (
          <li key={card.id}>
            <blockquote className="board-words">{card.withdrawn ? words.withdrawal.emptied : card.text}</blockquote>
            {editable ? (
              <div className="board-row">
                {lost ? (
                  <Button look="primary" onPress={() => bring(lost)}>
                    {bringWords[lost.collection](lost.title)}
                  </Button>
                ) : null}
                {place ? (
                  <Button
                    onPress={() =>
                      run(moveCard(live.board, live.by, { card: card.id, ...laneFor(journey, place, card) }))
                    }
                  >
                    {say.moveTo(place.title)}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
        {view.unplacedTouchpoints.map(({ touchpoint, lost }) => (
          <li key={touchpoint.id}>
            <p>
              <span className="ui-chip">{say.touchpoint}</span> {touchpoint.title}
            </p>
            {editable ? (
              <div className="board-row">
                {lost ? (
                  <Button look="primary" onPress={() => bring(lost)}>
                    {bringWords[lost.collection](lost.title)}
                  </Button>
                ) : null}
                {place ? (
                  <Button
                    onPress={() =>
                      run(moveTouchpoint(live.board, live.by, { touchpoint: touchpoint.id, phase: place.phase }))
                    }
                  >
                    {say.moveTo(place.phaseTitle)}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
        {rescued.texts.map((text) => (
          <li key={text}>
            <p className="board-quiet">{say.rescued}</p>
            <blockquote className="board-words">{text}</blockquote>
            <div className="board-row">
              {editable && place ? (
                <Button
                  look="primary"
                  onPress={() => {
                    const made = run(addCard(live.board, live.by, { parent: place.parent, lane: place.lane, text }));
                    if (made.outcome === "done") rescued.drop(text);
                  }}
                >
                  {say.makeCard}
                </Button>
              ) : null}
              <Button onPress={() => copyText(text)}>{say.copy}</Button>
              <Button onPress={() => rescued.drop(text)}>{say.throwAway}</Button>
            </div>
          </li>
        ))}
      </ul>
      <p className="board-quiet">{place ? say.where : say.noPlace}</p>
    </Dialog>
  );
}

interface Place {
  readonly parent: Id;
  readonly lane: Id;
  readonly phase: Id;
  readonly title: string;
  readonly phaseTitle: string;
}

/** The selected card's, touchpoint's or phase's place; else the first phase and the first lane that holds cards. */
function placeFor(journey: JourneyView, selection: Selection | null): Place | undefined {
  const card = selection?.kind === "card" ? findCard(journey, selection.id) : undefined;
  const touchpoint = card?.touchpoint ?? (selection && findTouchpoint(journey, selection.id)?.touchpoint);
  const phase =
    card?.phase ??
    journey.phases.find((each) => each.id === selection?.id || each.id === touchpoint?.phase) ??
    journey.phases[0];
  const lane =
    card?.lane ??
    journey.lanes.find((each) => each.id === selection?.id && holdsCards(each.kind)) ??
    journey.lanes.find((each) => holdsCards(each.kind));
  if (!phase || !lane) return undefined;
  const parent = touchpoint ?? phase;
  return { parent: parent.id, lane: lane.id, phase: phase.id, title: parent.title, phaseTitle: phase.title };
}

/** A card keeps its own lane, or one of its kind, where the journey has it. */
function laneFor(journey: JourneyView, place: Place, card: CardView): { readonly parent: Id; readonly lane: Id } {
  const own =
    journey.lanes.find((lane) => lane.id === card.lane) ?? journey.lanes.find((lane) => lane.kind === card.kind);
  return { parent: place.parent, lane: own && holdsCards(own.kind) ? own.id : place.lane };
}

function holdsCards(kind: JourneyView["lanes"][number]["kind"]): boolean {
  return kind !== "touchpoint" && kind !== "feeling";
}
