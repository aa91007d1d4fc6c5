/** In the place of a map that is shut for this person: why, what is safe, and the ways on. */
import type { LiveBoard } from "../live/liveBoard.ts";
import { useReadOff } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly live: LiveBoard;
  readonly why: "not-open" | "seat-ended";
  readonly onCopy: () => void;
}

export function ShutBoard({ live, why, onCopy }: Props) {
  const words = useWords();
  const say = words.board.shut[why];
  const waiting = useReadOff(live.status, waitingIn);
  return (
    <div className="board-empty" role="alert">
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      {why === "seat-ended" && waiting > 0 ? <p>{words.board.shut.waiting(waiting)}</p> : null}
      <div className="board-row">
        <Button look="primary" onPress={() => live.entrance.enter()}>
          {words.app.again}
        </Button>
        <Button onPress={onCopy}>{words.board.exportSameside}</Button>
      </div>
    </div>
  );
}

function waitingIn({ waiting }: { readonly waiting: number }): number {
  return waiting;
}
