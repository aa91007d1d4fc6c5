/** The role card, ticked rule by rule. Before a listening step there is no way round it, for nobody's rank. */
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { ROLE_RULES, roleCardDone, tickedRules } from "./roleCard.ts";
import "./join.css";

interface Props {
  readonly live: LiveBoard;
  /** A listening step is on: it stays until every rule is ticked. */
  readonly isNeeded: boolean;
  readonly onClose: () => void;
}

export function RoleCardDialog({ live, isNeeded, onClose }: Props) {
  const words = useWords();
  const say = words.joining.roleCard;
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("roleCard"));
  const ticked = tickedRules(rows, person);
  const isDone = roleCardDone(rows, person);
  const [problem, setProblem] = useState(false);
  const tick = (next: ReadonlySet<string>) => {
    const changed = ROLE_RULES.filter((rule) => next.has(rule) !== ticked.has(rule));
    for (const item of changed)
      live.answer({ topic: "roleCard", person, item, value: next.has(item) }).catch((error: unknown) => {
        console.warn("A rule's tick could not be kept", error);
        setProblem(true);
      });
  };
  const close = () => {
    if (!isNeeded || isDone) onClose();
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={close}
      canClose={!isNeeded || isDone}
      actions={
        <>
          <p role="status" className="ui-hint">
            {isDone ? null : say.left(ROLE_RULES.length - ticked.size)}
          </p>
          <Button look="primary" isDisabled={isNeeded && !isDone} onPress={close}>
            {isDone || isNeeded ? say.go : say.later}
          </Button>
        </>
      }
    >
      <div className="join-card">
        <p>{isNeeded ? say.listenLead : say.lead}</p>
        {problem ? (
          <p className="join-problem" role="alert">
            {say.notKept}
          </p>
        ) : null}
        <CheckList
          label={say.title}
          items={ROLE_RULES.map((key) => ({
            key,
            label: say.rules[key].rule,
            note: `${say.why} ${say.rules[key].why}`,
          }))}
          ticked={ticked}
          onChange={tick}
        />
        <section className="join-not">
          <h3>{say.not}</h3>
          <ul>
            {say.notSaid.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
