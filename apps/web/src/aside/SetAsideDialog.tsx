/** One's own changes that were set aside: what they would change, and the ways on. Nothing is lost by looking. */
import { ProposalTooLargeError } from "@sameside/replica";
import { Check, CornerUpLeft, NotebookPen, Send, Trash2, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import type { AsideProps } from "./AsideLines.tsx";
import { ChangeList } from "./ChangeList.tsx";
import type { OwnAside } from "./ownAside.ts";
import { discard, putBack, send, takeBack } from "./proposalActs.ts";
import { useChanges } from "./useChanges.ts";

interface Props extends AsideProps {
  readonly aside: OwnAside;
  readonly onClose: () => void;
}

export function SetAsideDialog({ live, editable, tell, onCopyToNotes, aside, onClose }: Props) {
  const words = useWords();
  const say = words.aside.dialog;
  const { told } = words.aside;
  const { what, proposal } = aside;
  const { person } = useStore(live.seat);
  // Nobody takes a proposal from somebody without a seat.
  const isOut = useStore(live.entrance.shut) === "seat-ended";
  const read = useChanges(live, what.update, person);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const changes = read?.changes ?? [];
  const answer = proposal?.answer;
  const isAllTaken = answer !== undefined && answer.taken > 0 && answer.taken >= answer.of;

  const act = async (work: () => Promise<void>, done: string) => {
    setBusy(true);
    try {
      await work();
      tell({ tone: "news", text: done });
      onClose();
    } catch (error) {
      const text = error instanceof ProposalTooLargeError ? told.tooLarge : told.failed(messageOf(error));
      tell({ tone: "problem", text });
      setBusy(false);
    }
  };
  const copy = async () => {
    await onCopyToNotes(changes);
    await discard(live, what);
  };

  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      <p>{proposal && !answer ? say.sentWhy : isOut && !proposal ? say.isOut : say.why}</p>
      {answer?.word ? <p>{say.word(answer.word)}</p> : null}
      {read ? <ChangeList label={say.what} none={say.nothing} changes={changes} /> : <p>{say.unreadable}</p>}
      {isAsking ? (
        <div className="aside-ask" role="alert">
          <p>{say.discardQuestion(what.changes)}</p>
          <div className="aside-row">
            <Button onPress={() => setAsking(false)} autoFocus>
              {words.app.cancel}
            </Button>
            <Button look="danger" onPress={() => act(() => discard(live, what), told.discarded)}>
              {say.discardGo}
            </Button>
          </div>
        </div>
      ) : (
        <div className="aside-ways">
          {editable ? (
            <Way
              icon={<Undo2 size={16} aria-hidden />}
              label={say.putBack}
              hint={say.putBackHint}
              isDisabled={isBusy}
              onGo={() => act(() => putBack(live, what), told.putBack(what.changes))}
            />
          ) : null}
          {proposal || isOut ? null : (
            <Way
              icon={<Send size={16} aria-hidden />}
              label={say.send}
              hint={say.sendHint}
              isDisabled={isBusy}
              onGo={() => act(() => send(live, what), told.sent)}
            />
          )}
          <Way
            icon={<NotebookPen size={16} aria-hidden />}
            label={say.copy}
            hint={say.copyHint}
            isDisabled={isBusy || changes.length === 0}
            onGo={() => act(copy, told.copied(changes.length))}
          />
          {proposal && !answer ? (
            <Way
              icon={<CornerUpLeft size={16} aria-hidden />}
              label={say.takeBack}
              isDisabled={isBusy}
              onGo={() => act(() => takeBack(live, what), told.takenBack)}
            />
          ) : null}
          {isAllTaken ? (
            <Way
              icon={<Check size={16} aria-hidden />}
              label={say.done}
              hint={say.doneHint}
              isDisabled={isBusy}
              onGo={() => act(() => discard(live, what), told.done)}
            />
          ) : (
            <Way
              icon={<Trash2 size={16} aria-hidden />}
              label={say.discard}
              isDisabled={isBusy}
              onGo={() => setAsking(true)}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled: boolean;
  readonly onGo: () => void;
}

function Way({ icon, label, hint, isDisabled, onGo }: WayProps) {
  return (
    <div className="aside-way">
      <Button icon={icon} isDisabled={isDisabled} onPress={onGo}>
        {label}
      </Button>
      {hint ? <p>{hint}</p> : null}
    </div>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
