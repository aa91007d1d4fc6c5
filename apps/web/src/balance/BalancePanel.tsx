/** Who has spoken at this table, beside its map, for who leads it; everybody else has no way to it. */
import { type PlanView, readContributions } from "@sameside/model";
import { useEffect, useMemo, useReducer } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useNames, useOthersHere } from "../live/people.ts";
import { openValue, useStore } from "../live/store.ts";
import { takingPart } from "../live/takingPart.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { SidePanel } from "../ui/SidePanel.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { BalanceList } from "./BalanceList.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan | undefined;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
  readonly onClose: () => void;
}

/** Time goes by in steps of so much, in ms. */
const LOOK_EVERY_MS = 15_000;
const NO_PLAN = openValue<PlanView | undefined>(undefined);

export function BalancePanel({ live, plan, nameOf, tell, onClose }: Props) {
  const say = useWords().balance;
  const { role } = useStore(live.seat);
  const view = useUnhurried(live.view);
  const planned = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const step = useStore(live.step)?.id;
  const names = useStore(live.names);
  const spoke = useStore(live.rows("spoke"));
  const here = useOthersHere(live, useNames(live));
  // The view is another object whenever the document has changed.
  const contributions = useMemo(() => (view ? readContributions(live.board) : []), [live, view]);
  const [, look] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const now = Date.now() + (live.relayAhead() ?? 0);
  const people = takingPart({ here, plan: planned, step, names, spoke, contributions, now });
  // Who led the table a moment ago may have it open still.
  if (role !== "facilitator" && role !== "moderator") return null;
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose}>
      <p className="ui-side-quiet">{say.lead}</p>
      <BalanceList live={live} label={say.title} people={people} nameOf={nameOf} tell={tell} />
    </SidePanel>
  );
}
