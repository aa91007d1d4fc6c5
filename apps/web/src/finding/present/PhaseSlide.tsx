/** One phase for the room: its name, how each touchpoint feels, what is decided there, and what people said. */
import type { ShownPoint } from "@sameside/insights";
import { type JourneyLayout, shownText } from "@sameside/layout";
import type { CardsByLane, JourneyView, PhaseView, TouchpointView } from "@sameside/model";
import type { CSSProperties, RefObject } from "react";
import { CardPhotos } from "../../journey/CardPhotos.tsx";
import { seriesNames, useCustomerTypes } from "../../journey/customerTypes.ts";
import { levelWord, momentWord, namedScale } from "../../journey/feelingWords.ts";
import { cardLook, ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { useWords } from "../../words/words.ts";
import { directionOf, FeelingStrip, MomentShape, sideOf, stretchOf } from "./FeelingStrip.tsx";
import "../../journey/cardLook.css";

interface Props {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly journey: JourneyView;
  readonly phase: PhaseView;
  /** How each touchpoint feels. */
  readonly curve: readonly ShownPoint[];
  readonly layout: JourneyLayout;
}

/** More touchpoints than this stand side by side only in smaller letters. */
const MANY = 5;
/** What scrolls must be reached by keys. */
const REACHED_BY_KEYS = { tabIndex: 0 };

export function PhaseSlide({ heading, journey, phase, curve, layout }: Props) {
  const words = useWords();
  const say = words.finding.present;
  const stretch = stretchOf(layout.phases, phase.id);
  const { feeling } = layout;
  const hasOwnCards = Object.values(phase.cardsByLane).some((cards) => cards.length > 0);
  const count = Math.max(1, phase.touchpoints.length);
  return (
    <section className="present-slide">
      <header className="present-head">
        <p>{[journey.title, journey.customerType].filter((part) => part !== "").join(" · ")}</p>
        <h2 ref={heading} tabIndex={-1} data-content-of={phase.id}>
          {phase.title || words.canvas.noName}
        </h2>
      </header>
      <section className="present-body" aria-label={phase.title || words.canvas.noName} {...REACHED_BY_KEYS}>
        <div
          className="present-columns"
          data-many={count > MANY ? "" : undefined}
          style={{ "--columns": count } as CSSProperties}
        >
          {feeling && stretch && phase.touchpoints.length > 0 ? (
            <FeelingStrip journey={journey} feeling={feeling} stretch={stretch} said="feelings" />
          ) : null}
          {phase.touchpoints.length === 0 ? <p className="present-quiet">{say.noTouchpoints}</p> : null}
          <ol className="present-touchpoints">
            {phase.touchpoints.map((touchpoint) => (
              <li key={touchpoint.id}>
                <Touchpoint
                  journey={journey}
                  touchpoint={touchpoint}
                  feeling={curve.find((point) => point.touchpoint === touchpoint.id)}
                />
              </li>
            ))}
          </ol>
          {hasOwnCards ? (
            <section className="present-whole-phase">
              <h3>{say.onWholePhase}</h3>
              <Cards journey={journey} cardsByLane={phase.cardsByLane} />
            </section>
          ) : null}
        </div>
      </section>
    </section>
  );
}

interface TouchpointProps {
  readonly journey: JourneyView;
  readonly touchpoint: TouchpointView;
  readonly feeling: ShownPoint | undefined;
}

function Touchpoint({ journey, touchpoint, feeling }: TouchpointProps) {
  const words = useWords();
  const say = words.finding.present;
  const { moment } = touchpoint;
  return (
    <>
      <h3 data-content-of={touchpoint.id}>{touchpoint.title || words.canvas.noName}</h3>
      <Felt journey={journey} touchpoint={touchpoint} feeling={feeling} />
      {moment ? (
        <div className="present-truth" data-way={directionOf(moment.value)}>
          <p>
            <MomentShape direction={directionOf(moment.value)} value={moment.value} />
            <strong>{momentWord(words, moment.value)}</strong>
            <span className="ui-only-heard">{say.moment}</span>
          </p>
          {moment.reason === "" ? null : <p>{moment.reason}</p>}
        </div>
      ) : null}
      <Cards journey={journey} cardsByLane={touchpoint.cardsByLane} />
    </>
  );
}

/** Both sides in words, each with its n; everybody's without saying whose. */
function Felt({ journey, touchpoint, feeling }: TouchpointProps) {
  const words = useWords();
  const say = words.finding.present;
  const names = seriesNames(useCustomerTypes(), words);
  const series = feeling ? [...(feeling.mean === undefined ? [] : [feeling]), ...feeling.others] : [];
  if (series.length === 0) {
    return <p className="present-felt">{touchpoint.ratings.length > 0 ? words.canvas.keptApart : say.notRated}</p>;
  }
  return series.map(({ series: whose, mean = 0, n }) => {
    const felt = `${levelWord(words, mean, namedScale(journey))} · ${say.people(n)}`;
    return (
      <p key={whose} className="present-felt">
        <span className="present-side" data-side={sideOf(mean)} data-series={whose} aria-hidden />
        {whose === "everybody" ? felt : say.side(names[whose] ?? words.canvas.series.everybody, felt)}
      </p>
    );
  });
}

function Cards({ journey, cardsByLane }: { readonly journey: JourneyView; readonly cardsByLane: CardsByLane }) {
  const words = useWords();
  return (
    <ul className="present-cards">
      {journey.lanes.flatMap((lane) =>
        (cardsByLane[lane.id] ?? []).map((card) => {
          const Icon = ICON_BY_LANE_KIND[card.kind];
          return (
            <li key={card.id} className={`present-card ${cardLook(card)}`}>
              <Icon size="0.95em" aria-hidden />
              <span className="ui-only-heard">{`${lane.name || words.journey.laneKinds[lane.kind]}: `}</span>
              <span>{card.withdrawn ? <em>{words.withdrawal.emptied}</em> : shownText(card)}</span>
              <CardPhotos card={card} isReached />
            </li>
          );
        }),
      )}
    </ul>
  );
}
