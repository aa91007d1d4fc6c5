/**
 * Leaving before the end, in three short parts that nobody has to fill in: what stands under one's name, one thing that
 * one will do, and goodbye (S4-13, S0-27). Nothing of it needs a connection.
 */
import type { Outcome, PlanView } from "@sameside/model";
import { ArrowLeft, DoorOpen } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useLeavers } from "../live/leavers.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useNames } from "../live/people.ts";
import { openValue, useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { CommitmentForm } from "./CommitmentForm.tsx";
import { useOwnCommitment } from "./commitment.ts";
import { Goodbye } from "./Goodbye.tsx";
import { comeBack, sayGoodbye } from "./goodbye.ts";
import { ReadBack } from "./ReadBack.tsx";
import { useOwnOnBoard } from "./useOwnOnBoard.ts";
import "./leaving.css";

interface Props {
  readonly live: LiveBoard;
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly run: (outcome: Outcome) => Outcome;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  /** Asks for a code that makes another device this person's. */
  readonly onCode: () => void;
  readonly onClose: () => void;
}

const PARTS = ["readBack", "commitment", "goodbye"] as const;
type Part = (typeof PARTS)[number];
const NO_PLAN = openValue<PlanView | undefined>(undefined);

export function LeaveDialog({ live, plan, run, editable, nameOf, onCode, onClose }: Props) {
  const words = useWords();
  const say = words.leaving;
  const { person } = useStore(live.seat);
  const name = useNames(live).get(person) ?? "";
  const left = useLeavers(live).get(person);
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const onBoard = useOwnOnBoard(live);
  const own = useOwnCommitment(live, plan);
  const [part, setPart] = useState<Part>("readBack");
  const [problem, setProblem] = useState(false);
  const body = useFocusOnChange(part);
  const keep = (store: () => Promise<void>, then: () => void) => {
    setProblem(false);
    store().then(then, (error: unknown) => {
      console.warn("That somebody leaves was not kept", error);
      setProblem(true);
    });
  };
  const leave = async () => {
    await own.keep();
    await sayGoodbye(live);
  };
  const isGone = part === "goodbye" && left !== undefined;
  const title = part === "goodbye" ? say.goodbye.title(name) : say[part].title;
  const actions: Readonly<Record<Part, React.ReactNode>> = {
    readBack: (
      <Button look="primary" onPress={() => setPart("commitment")}>
        {onBoard.things.length + onBoard.feelings.length > 0 ? say.readBack.next : say.readBack.nextNone}
      </Button>
    ),
    commitment: (
      <>
        <Button icon={<ArrowLeft size={16} aria-hidden />} onPress={() => setPart("readBack")}>
          {say.back}
        </Button>
        <Button
          look="primary"
          icon={<DoorOpen size={16} aria-hidden />}
          isDisabled={own.problem !== undefined}
          onPress={() => keep(leave, () => setPart("goodbye"))}
        >
          {say.commitment.go}
        </Button>
      </>
    ),
    goodbye: (
      <>
        <Button onPress={() => keep(() => comeBack(live), onClose)}>{say.goodbye.stay}</Button>
        <Button look="primary" onPress={onClose}>
          {say.goodbye.done}
        </Button>
      </>
    ),
  };
  return (
    <Dialog title={title} closeLabel={words.app.close} onClose={onClose} size="wide" actions={actions[part]}>
      <section className="leaving" ref={body} tabIndex={-1} aria-label={title}>
        <p className="leaving-part">{say.part(PARTS.indexOf(part) + 1)}</p>
        {problem ? <p role="alert">{say.notKept}</p> : null}
        {part === "readBack" ? <ReadBack own={onBoard} {...{ live, run, editable, nameOf }} /> : null}
        {part === "commitment" ? <CommitmentForm own={own} /> : null}
        {isGone ? <Goodbye live={live} plan={view} left={left.time} own={own} onCode={onCode} /> : null}
      </section>
    </Dialog>
  );
}

/** What has the focus goes with its part: the next one is read from its beginning. */
function useFocusOnChange(part: Part) {
  const body = useRef<HTMLElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    body.current?.focus();
  }, [part]);
  return body;
}
