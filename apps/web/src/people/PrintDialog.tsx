/** What to print for the room: the plan for the door, or a card for each seat. */
import type { PlanView } from "@sameside/model";
import { useState } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { PrintedCards } from "./PrintedCards.tsx";
import { PrintedPlan } from "./PrintedPlan.tsx";
import { usePersonalCodes } from "./usePersonalCodes.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  readonly onClose: () => void;
}

export function PrintDialog({ live, plan, nameOf, onClose }: Props) {
  const words = useWords();
  const say = words.people.print;
  const [what, setWhat] = useState<"plan" | "cards">("plan");
  const codes = usePersonalCodes(live, plan, what === "cards");
  return (
    <>
      <Dialog
        title={say.title}
        closeLabel={words.app.close}
        onClose={onClose}
        actions={
          <Button look="primary" isDisabled={what === "cards" && codes.is === "asking"} onPress={() => window.print()}>
            {say.go}
          </Button>
        }
      >
        <Choice
          label={say.what}
          hideLabel
          look="list"
          value={what}
          onChange={setWhat}
          options={[
            { value: "plan", label: say.plan, note: say.planNote },
            { value: "cards", label: say.cards, note: say.cardsNote },
          ]}
        />
        {what === "cards" ? <p role="status">{say.codes[codes.is]}</p> : null}
      </Dialog>
      {what === "plan" ? (
        <PrintedPlan plan={plan} nameOf={nameOf} />
      ) : (
        <PrintedCards plan={plan} nameOf={nameOf} codes={codes} />
      )}
    </>
  );
}
