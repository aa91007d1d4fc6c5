/** Asks once more, in the place of what was pressed. */
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly question: string;
  /** What the button says that does it. */
  readonly go: string;
  readonly onGo: () => void;
  readonly onKeep: () => void;
}

export function Confirm({ question, go, onGo, onKeep }: Props) {
  const words = useWords();
  return (
    <div className="board-confirm" role="alert">
      <p>{question}</p>
      <div className="board-row">
        <Button onPress={onKeep} autoFocus>
          {words.app.cancel}
        </Button>
        <Button look="danger" onPress={onGo}>
          {go}
        </Button>
      </div>
    </div>
  );
}
