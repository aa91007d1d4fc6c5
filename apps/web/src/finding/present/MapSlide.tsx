/** The first slide: whose journey it is, and how it feels from its beginning to its end. */
import type { JourneyLayout } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import type { RefObject } from "react";
import { useWords } from "../../words/words.ts";
import { FeelingStrip } from "./FeelingStrip.tsx";

interface Props {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly journey: JourneyView;
  readonly layout: JourneyLayout;
  readonly onPhase: (phase: Id) => void;
}

export function MapSlide({ heading, journey, layout, onPhase }: Props) {
  const words = useWords();
  const say = words.finding.present;
  const { feeling } = layout;
  const about = [journey.customerType, words.journey.variants[journey.variant]].filter((part) => part !== "");
  return (
    <section className="present-slide present-whole">
      <header className="present-head">
        <h2 ref={heading} tabIndex={-1} data-content-of={journey.id}>
          {journey.title || words.journey.untitled}
        </h2>
        <p>{about.join(" · ")}</p>
      </header>
      {journey.phases.length === 0 ? <p className="present-quiet">{say.noPhases}</p> : null}
      <div className="present-way">
        {feeling && feeling.band.width > 0 ? (
          <FeelingStrip journey={journey} feeling={feeling} stretch={feeling.band} said="moments" />
        ) : null}
        <ol
          className="present-phases"
          style={{ gridTemplateColumns: layout.phases.map(({ width }) => `${width}fr`).join(" ") }}
        >
          {journey.phases.map((phase) => (
            <li key={phase.id}>
              <button type="button" data-content-of={phase.id} onClick={() => onPhase(phase.id)}>
                {phase.title || words.canvas.noName}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
