/** Under the bar, whole and loud: the device's store takes nothing, is a newer program's, or has lost something. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useReadOff } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly live: Pick<LiveBoard, "status">;
  readonly onCopy: () => void;
  /** Shows the board as it was before something stored was damaged; absent where no board is open. */
  readonly onBefore?: () => void;
}

export function TroubleLines({ live, onCopy, onBefore }: Props) {
  const words = useWords();
  const { failed, outdated, damaged } = useReadOff(live.status, troubles);
  const copy = (
    <Button look="danger" onPress={onCopy}>
      {words.app.broken.copy}
    </Button>
  );
  return (
    <>
      {failed ? <Line text={words.board.state.failed[failed]}>{copy}</Line> : null}
      {outdated && !failed ? (
        <Line text={words.board.state.outdated}>
          <Button onPress={() => location.reload()}>{words.app.broken.reload}</Button>
        </Line>
      ) : null}
      {damaged > 0 ? (
        <Line text={words.board.damaged(damaged)}>
          {onBefore ? <Button onPress={onBefore}>{words.board.seeBefore}</Button> : null}
          {failed ? null : copy}
        </Line>
      ) : null}
    </>
  );
}

function troubles({ disk, trouble = "failed", outdated, damaged }: ReplicaStatus) {
  return { failed: disk === "failed" ? trouble : undefined, outdated, damaged };
}

function Line({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="board-trouble" role="alert">
      <CircleAlert size={16} aria-hidden />
      <p>{text}</p>
      <span className="board-trouble-acts">{children}</span>
    </div>
  );
}
