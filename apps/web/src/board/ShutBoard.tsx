/** In the place of a map that is shut for this person: why, what is safe, and the ways on. */
import { NO_TABLE } from "@sameside/protocol";
import type { ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, useReadOff } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly live: LiveBoard;
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly why: "not-open" | "seat-ended";
  readonly onCopy: () => void;
}

type SeatTold = Pick<ReplicaStatus, "seat">;
const NOT_TOLD = openValue<SeatTold>({});

export function ShutBoard({ live, plan, why, onCopy }: Props) {
  const words = useWords();
  // The room of a map that is shut says nothing more; the plan's says where its person sits.
  const table = useReadOff<SeatTold, string | null>(plan?.status ?? NOT_TOLD, tableIn);
  const say = words.board.shut[why === "not-open" && table === NO_TABLE ? "no-table" : why];
  const waiting = useReadOff(live.status, waitingIn);
  return (
    <div className="board-empty" role="alert">
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      {waiting > 0 ? <p>{say.waiting(waiting)}</p> : null}
      <div className="board-row">
        <Button look="primary" onPress={() => live.entrance.enter()}>
          {words.app.again}
        </Button>
        <Button onPress={onCopy}>{words.board.exportSameside}</Button>
        {waiting > 0 ? <Button onPress={live.giveUpWaiting}>{words.board.shut.decide}</Button> : null}
      </div>
    </div>
  );
}

function tableIn({ seat }: SeatTold): string | null {
  return seat?.table ?? null;
}

function waitingIn({ waiting }: { readonly waiting: number }): number {
  return waiting;
}
