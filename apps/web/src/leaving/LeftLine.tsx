/** Above the map of who has said goodbye: that it is so, and the way back. Who opens the page again has come back. */
import { DoorOpen } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { useLeavers } from "../live/leavers.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { timeOfDay } from "../ui/timeOfDay.ts";
import { useWords } from "../words/words.ts";
import { comeBack, isOpenedAfter, sayGoodbye } from "./goodbye.ts";
import "./leaving.css";

interface Props {
  readonly live: LiveBoard;
  readonly tell: Tell;
}

export function LeftLine({ live, tell }: Props) {
  const words = useWords();
  const say = words.leaving.line;
  const { person } = useStore(live.seat);
  const left = useLeavers(live).get(person);
  const failed = (error: unknown) => {
    console.warn("That somebody came or went was not kept", error);
    tell({ tone: "problem", text: words.leaving.notKept });
  };
  const welcome = useEffectEvent(() => {
    const act = () => void sayGoodbye(live).catch(failed);
    comeBack(live).then(() => tell({ tone: "news", text: say.welcome, action: { label: say.stillGone, act } }), failed);
  });
  const time = left?.time;
  const hasComeBack = time !== undefined && isOpenedAfter(live, time);
  useEffect(() => {
    if (hasComeBack) welcome();
  }, [hasComeBack]);
  if (time === undefined || hasComeBack) return null;
  return (
    <section className="leaving-line" aria-label={say.label}>
      <DoorOpen size={18} aria-hidden />
      <p role="status">{say.text(timeOfDay(time))}</p>
      <Button look="primary" onPress={() => void comeBack(live).catch(failed)}>
        {say.back}
      </Button>
    </section>
  );
}
