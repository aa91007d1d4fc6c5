/** The relay is somewhere else now: its new address is typed once, and what waits goes there. */
import { type SubmitEvent, useState } from "react";
import { RelayError } from "../live/device.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords, type Words } from "../words/words.ts";
import { relayOriginIn } from "./relayAddress.ts";

interface Props {
  /** Where it was, its http origin. */
  readonly before: string;
  /** Changes that wait on this device. */
  readonly waiting: number;
  /** Rejects with why it did not work. */
  readonly follow: (origin: string) => Promise<void>;
  readonly onFollowed: (origin: string) => void;
  readonly onClose: () => void;
}

export function RelayMovedDialog({ before, waiting, follow, onFollowed, onClose }: Props) {
  const words = useWords();
  const say = words.board.relayMoved;
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isTrying, setTrying] = useState(false);
  const go = async (event: SubmitEvent) => {
    event.preventDefault();
    const origin = relayOriginIn(typed);
    if (origin === undefined) return setProblem(say.noAddress);
    if (location.protocol === "https:" && origin.startsWith("http:")) return setProblem(say.needsHttps);
    setProblem(undefined);
    setTrying(true);
    try {
      await follow(origin);
      onFollowed(origin);
    } catch (error) {
      setProblem(sentenceFor(error, origin, words));
    } finally {
      setTrying(false);
    }
  };
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose}>
      <form className="board-moved" onSubmit={(event) => void go(event)}>
        <p>{say.lead(before)}</p>
        <TextField
          label={say.address}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            // A field that is wrong would keep the form from being sent.
            setProblem(undefined);
          }}
          hint={say.hint}
          error={problem}
          placeholder="192.168.1.20:4321"
          spellCheck={false}
          autoFocus
        />
        <p className="ui-hint">{say.stay(waiting)}</p>
        <Button type="submit" look="primary" isDisabled={isTrying}>
          {isTrying ? say.trying : say.go}
        </Button>
      </form>
    </Dialog>
  );
}

function sentenceFor(error: unknown, origin: string, words: Words): string {
  const say = words.board.relayMoved;
  if (error instanceof RelayError && error.problem !== "refused") return say.problems[error.problem](origin);
  return words.board.inviteDialog.refused(error instanceof Error ? error.message : String(error));
}
