/** Says what is out of sight, for as long as something is, and brings it back. */
import { keptFromSightBy, outOfSight, withAllShown, withOpen } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { EyeOff } from "lucide-react";
import { useMemo } from "react";
import { useCustomerTypes } from "../journey/customerTypes.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { keptChoice } from "./keptChoice.ts";

interface Props {
  readonly journey: JourneyView;
  readonly selected: Id | undefined;
  readonly onChoose: () => void;
  readonly onSay: (text: string) => void;
}

export function HiddenLine({ journey, selected, onChoose, onSay }: Props) {
  const say = useWords().views;
  const kept = keptChoice(journey.id);
  const choice = useStore(kept);
  const { typeOf } = useCustomerTypes();
  const { lanes, phases, cards, feelings } = useMemo(
    () => outOfSight(journey, choice, typeOf),
    [journey, choice, typeOf],
  );
  const closed = selected === undefined ? [] : keptFromSightBy(journey, choice, selected);
  if (closed.length > 0) {
    return (
      <section className="views-hidden" aria-label={say.dialog.title}>
        <EyeOff size={15} aria-hidden />
        <span>{say.selectedHidden}</span>
        <Button look="quiet" onPress={() => kept.set(withOpen(choice, closed))}>
          {say.showSelected}
        </Button>
      </section>
    );
  }
  if (lanes + phases + cards + feelings === 0) return null;
  return (
    <section className="views-hidden" aria-label={say.dialog.title}>
      <EyeOff size={15} aria-hidden />
      <span>{say.outOfSight(lanes, phases, cards, feelings)}</span>
      <Button
        look="quiet"
        onPress={() => {
          kept.set(withAllShown(choice));
          onSay(say.allShown);
        }}
      >
        {say.showAll}
      </Button>
      <Button look="quiet" onPress={onChoose}>
        {say.choose}
      </Button>
    </section>
  );
}
