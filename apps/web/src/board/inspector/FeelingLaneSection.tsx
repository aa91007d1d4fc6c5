/** What the curve of this map shows on this device, and the scale that everybody rates on. */
import { useCustomerTypes } from "../../journey/customerTypes.ts";
import type { FeelingChoice } from "../../journey/feelingView.ts";
import { besideOf, useFeelingView } from "../../journey/feelingView.ts";
import { Choice } from "../../ui/Choice.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { ScaleSection } from "./ScaleSection.tsx";
import { ShowMine } from "./ShowMine.tsx";

export function FeelingLaneSection({ desk }: { readonly desk: Desk }) {
  const words = useWords();
  const say = words.feeling;
  const { journey, journeys } = desk;
  const { shown, gap, choose } = useFeelingView();
  const types = useCustomerTypes();
  const others = journeys.filter(({ id }) => id !== journey.id);
  const beside = typeof shown === "object" ? besideOf(shown.beside, journey, journeys) : undefined;
  const chosen = beside ? beside.id : typeof shown === "object" ? "everybody" : shown;
  const show = (value: string) => choose({ shown: shownAs(value), gap });
  const options = [
    { value: "sides", label: say.sides },
    ...(types.all.length > 1 || chosen === "types" ? [{ value: "types", label: say.byType }] : []),
    { value: "everybody", label: say.everybody },
    ...others.map(({ id, title }) => ({ value: id, label: say.beside(title || words.journey.untitled) })),
  ];
  return (
    <>
      <div className="board-section">
        <Choice label={say.shown} look="list" value={chosen} onChange={show} options={options} />
      </div>
      {chosen === "sides" ? (
        <div className="board-section">
          <Choice
            label={say.gap}
            value={gap ? "show" : "hide"}
            onChange={(value) => choose({ shown, gap: value === "show" })}
            options={(["show", "hide"] as const).map((value) => ({ value, label: say.gaps[value] }))}
          />
          {gap && !hasBothSides(desk) ? <p className="board-quiet">{say.noGap}</p> : null}
        </div>
      ) : null}
      <ShowMine desk={desk} />
      <ScaleSection desk={desk} />
    </>
  );
}

function shownAs(value: string): FeelingChoice["shown"] {
  return value === "sides" || value === "types" || value === "everybody" ? value : { beside: value };
}

function hasBothSides({ journey }: Desk): boolean {
  return journey.phases.some((phase) =>
    phase.touchpoints.some(
      ({ ratings }) =>
        ratings.some(({ role }) => role === "customer") && ratings.some(({ role }) => role !== "customer"),
    ),
  );
}
