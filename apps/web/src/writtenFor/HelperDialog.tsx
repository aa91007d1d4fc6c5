/** Chooses who writes down what this person says, and ends it (S2-6): one of those who help at the table. */
import type { SeatRole } from "@sameside/protocol";
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useNames, useOthersHere } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { helperByPerson } from "./peopleToWriteFor.ts";

interface Props {
  readonly live: LiveBoard;
  readonly nameOf: (person: string) => string;
  readonly onClose: () => void;
}

const NOBODY = "";
const HELPS: ReadonlySet<SeatRole> = new Set<SeatRole>(["junior", "moderator"]);

export function HelperDialog({ live, nameOf, onClose }: Props) {
  const words = useWords();
  const say = words.writtenFor.helper;
  const { person } = useStore(live.seat);
  const chosen = helperByPerson(useStore(live.rows("writesForMe"))).get(person) ?? NOBODY;
  const helpers = useOthersHere(live, useNames(live)).filter(({ role }) => HELPS.has(role));
  const isHere = helpers.some((helper) => helper.person === chosen);
  const [problem, setProblem] = useState(false);
  const choose = async (helper: string) => {
    setProblem(false);
    try {
      await live.answer({ topic: "writesForMe", person, item: "today", value: helper === NOBODY ? null : helper });
    } catch (error) {
      console.warn("Who writes for this person was not kept", error);
      setProblem(true);
    }
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {say.done}
        </Button>
      }
    >
      <p>{say.lead}</p>
      {helpers.length === 0 ? <p>{say.none}</p> : null}
      <Choice
        label={say.label}
        look="list"
        value={chosen}
        options={[
          { value: NOBODY, label: say.nobody },
          ...helpers.map(({ person: id, role }) => ({
            value: id,
            label: say.role(nameOf(id), words.journey.roles[role]),
          })),
          ...(chosen === NOBODY || isHere ? [] : [{ value: chosen, label: nameOf(chosen) }]),
        ]}
        onChange={(helper) => void choose(helper)}
      />
      {problem ? <p role="alert">{say.notKept}</p> : null}
    </Dialog>
  );
}
