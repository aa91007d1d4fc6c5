/** The map with every edit as it comes; the page round it takes its time when others edit much. */
import type { ComponentProps } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStepNow } from "../live/planNow.ts";
import { type Store, useStore } from "../live/store.ts";
import type { CanvasSlot } from "./canvasSlot.ts";
import type { Change } from "./changesBetween.ts";
import { useNews } from "./news.ts";
import type { Commands } from "./runCommands.ts";

interface Props extends Omit<ComponentProps<CanvasSlot>, "board" | "by" | "step"> {
  readonly live: LiveBoard;
  readonly plan: LivePlan | undefined;
  readonly Slot: CanvasSlot;
}

/** `journey` and `journeys` are those of the page's last rendering. */
export function LiveMap({ live, plan, Slot, ...map }: Props) {
  const { journeys } = useStore(live.view);
  const journey = journeys.find(({ id }) => id === map.journey.id) ?? map.journey;
  const step = useStepNow(live, plan);
  return <Slot {...map} board={live.board} by={live.by} step={step} journey={journey} journeys={journeys} />;
}

interface NewsProps {
  readonly live: LiveBoard;
  readonly commands: Commands;
  /** Hears what others changed, when it is told. */
  readonly onOthers: (changes: readonly Change[]) => void;
}

/** Says what changed, edit by edit, so that one's own are told apart from those of others. */
export function LiveNews({ live, commands, onOthers }: NewsProps) {
  useNews(useStore(live.view), commands, onOthers);
  return null;
}

/** What is heard of it, without a look at the page. */
export function Said({ said }: { readonly said: Store<string> }) {
  return (
    <output className="ui-only-heard" aria-live="polite">
      {useStore(said)}
    </output>
  );
}
