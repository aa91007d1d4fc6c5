/** One screen for who comes late: the question, where the day is, the map's size, and what stands out. */
import type { JourneyView } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import { useFeelingView } from "../journey/feelingView.ts";
import { actorRole } from "../live/ownPlace.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { type DaySoFar, highlightsOf, sizeOf } from "./soFar.ts";
import "./join.css";

interface Props {
  readonly day: DaySoFar;
  readonly role: SeatRole;
  readonly journey: JourneyView;
  readonly onClose: () => void;
}

export function SoFarDialog({ day, role, journey, onClose }: Props) {
  const words = useWords();
  const say = words.joining.soFar;
  const highlights = highlightsOf(journey, useFeelingView());
  const { phases, touchpoints, cards } = sizeOf(journey);
  const instruction = day.step.instructions[actorRole(role)];
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {say.go}
        </Button>
      }
    >
      <div className="join-so-far">
        <p>{say.lead}</p>
        {day.question === "" ? null : (
          <section>
            <h3>{say.question}</h3>
            <p className="join-question">{day.question}</p>
            {day.decision === "" ? null : <p>{say.decides(day.decision)}</p>}
          </section>
        )}
        <section>
          <h3>{say.now}</h3>
          <p>{say.step(day.step.title, day.n, day.of)}</p>
          {instruction === "" ? null : <p>{instruction}</p>}
        </section>
        <section>
          <h3>{say.before}</h3>
          <ul>
            {day.before.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{say.map}</h3>
          <p>{say.size(phases, touchpoints, cards)}</p>
        </section>
        {highlights.length === 0 ? null : (
          <section>
            <h3>{say.highlights}</h3>
            <ul>
              {highlights.map(({ touchpoint, title, is }) => (
                <li key={touchpoint}>{say[is](title)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
