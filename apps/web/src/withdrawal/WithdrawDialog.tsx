/** Asks before all that a person said is withdrawn; then says how far that is, and what cannot be called back. */
import { useEffect, useState } from "react";
import { copiesOf, type SavedCopy } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Where } from "../live/ownWithdrawal.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords, type Words } from "../words/words.ts";
import "./withdrawal.css";

interface Props {
  readonly live: LiveBoard;
  readonly onClose: () => void;
}

export function WithdrawDialog({ live, onClose }: Props) {
  const words = useWords();
  const say = words.withdrawal;
  const { time } = useStore(live.withdrawal.own);
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
          <Progress live={live} />
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

/** What is known of each document, and no more. */
function Progress({ live }: Pick<Props, "live">) {
  const say = useWords().withdrawal;
  const own = useStore(live.withdrawal.own);
  const isShared = useStore(live.status).wire !== "none";
  const named = (all: readonly Where[], sentence: (what: string) => string) =>
    all.length === 0 ? [] : [sentence(all.map((where) => nameOf(where, say.where)).join(", "))];
  const here = [
    ...named(own.hereUntilConnected, say.here.untilConnected),
    ...named(own.hereUntilEmptied, say.here.untilEmptied),
  ];
  const atRelay = own.isCarriedOut
    ? [say.relay.done]
    : [
        ...named(own.goneAtRelay, say.relay.gone),
        ...named(own.relayUntilConnected, say.relay.untilConnected),
        say.relay.elsewhere,
      ];
  const lines = [...(here.length > 0 ? here : [say.here.done]), ...(isShared ? [...atRelay, say.others] : [])];
  return (
    <ul aria-live="polite" aria-label={say.progress}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function nameOf({ kind, table, isThis }: Where, say: Words["withdrawal"]["where"]): string {
  if (kind !== "board") return say[kind];
  return isThis ? say.thisMap : say.map(table);
}

/** Files that were saved on this device before: they are wherever somebody has put them. */
function LeftFiles({ workshop }: { readonly workshop: string }) {
  const say = useWords().withdrawal;
  const [files, setFiles] = useState<readonly SavedCopy[]>([]);
  useEffect(() => {
    void copiesOf(workshop).then(setFiles);
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
      <p className="withdrawal-note">{say.browser}</p>
    </section>
  );
}
