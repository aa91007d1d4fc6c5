/** A board without a journey: a new one, or one whose map has not come yet. */
import { addJourney } from "@sameside/model";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { closedSentence } from "./closedNews.ts";

interface Props {
  readonly live: LiveBoard;
  readonly isShared: boolean;
  readonly run: Run;
  readonly editable: boolean;
}

export function EmptyBoard({ live, isShared, run, editable }: Props) {
  const words = useWords();
  const say = words.board.empty;
  const status = useStore(live.status);
  const closed = closedSentence(status, words);
  if (closed !== undefined) {
    return (
      <div className="board-empty">
        <h2>{say.refusedTitle}</h2>
        <p>{closed}</p>
      </div>
    );
  }
  // Somebody who joined must not start a second map while the first is still on its way.
  const waits = status.wire === "connecting" || status.wire === "offline" || (isShared && status.wire === "none");
  return (
    <div className="board-empty">
      <h2>{waits ? say.waitingTitle : say.title}</h2>
      <p>{waits ? say.waitingText : say.text}</p>
      {editable && !waits ? (
        <Button
          look="primary"
          onPress={() => run(addJourney(live.board, live.by, { template: "blank", title: say.blankTitle }))}
        >
          {say.go}
        </Button>
      ) : null}
    </div>
  );
}
