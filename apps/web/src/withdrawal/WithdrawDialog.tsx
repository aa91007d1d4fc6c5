/** Asks before all that a person said is withdrawn; then says how far that is, and what cannot be called back. */
import { useEffect, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { type SavedFile, savedFiles } from "../live/savedFiles.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import "./withdrawal.css";

interface Props {
  readonly live: LiveBoard;
  readonly onClose: () => void;
}

export function WithdrawDialog({ live, onClose }: Props) {
  const words = useWords();
  const say = words.withdrawal;
  const { time, isGoneHere, isGoneAtRelay } = useStore(live.withdrawal.own);
  const [hasPressed, setPressed] = useState(false);
  const [problem, setProblem] = useState(false);
  const isDone = hasPressed && time !== undefined;
  const withdraw = async () => {
    setPressed(true);
    setProblem(false);
    try {
      await live.withdrawal.withdraw();
    } catch (error) {
      console.warn("Nothing was withdrawn", error);
      setPressed(false);
      setProblem(true);
    }
  };
  return (
    <Dialog
      title={isDone ? say.doneTitle : say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        isDone ? (
          <Button look="primary" onPress={onClose}>
            {words.app.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.app.cancel}</Button>
            <Button look="danger" isDisabled={hasPressed} onPress={() => void withdraw()}>
              {say.go}
            </Button>
          </>
        )
      }
    >
      <div className="withdrawal">
        {problem ? <p role="alert">{say.problem}</p> : null}
        {isDone ? (
          <ul aria-live="polite" aria-label={say.progress}>
            <li>{isGoneHere ? say.here.done : say.here.waiting}</li>
            <li>{isGoneAtRelay ? say.relay.done : say.relay.waiting}</li>
            <li>{say.others}</li>
          </ul>
        ) : (
          <>
            <p>{say.text}</p>
            <p>{say.stays}</p>
          </>
        )}
        <LeftFiles workshop={live.workshop} />
      </div>
    </Dialog>
  );
}

/** Files that were saved on this device before: they are wherever somebody has put them. */
function LeftFiles({ workshop }: { readonly workshop: string }) {
  const say = useWords().withdrawal;
  const [files, setFiles] = useState<readonly SavedFile[]>([]);
  useEffect(() => {
    savedFiles(workshop).then(setFiles, () => setFiles([]));
  }, [workshop]);
  return (
    <section>
      <h3>{say.left}</h3>
      {files.length === 0 ? (
        <p>{say.noneLeft}</p>
      ) : (
        <ul>
          {files.map(({ name, time }) => (
            <li key={`${name}/${time}`}>{say.file(name, new Date(time).toLocaleString())}</li>
          ))}
        </ul>
      )}
      <p className="withdrawal-note">{say.elsewhere}</p>
    </section>
  );
}
