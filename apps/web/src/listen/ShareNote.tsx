/**
 * The last look at a private note before others read it: as a question, or as a card. Words that may talk down to a
 * person are shown to their author here, on this device only (S1-2); they decide.
 */
import { respectOf } from "@sameside/insights";
import { MAX_ANSWER_TEXT_LENGTH } from "@sameside/model";
import { MessageCircleHeart } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import "./listen.css";

export type SharedAs = "question" | "card";

interface Props {
  readonly as: SharedAs;
  readonly text: string;
  /** The title of what it is about. */
  readonly about: string | undefined;
  /** How many questions this person may still ask. */
  readonly left: number;
  readonly onShare: (text: string) => void;
  readonly onClose: () => void;
}

/** `true` when there is something to ask its author before a note becomes a card. */
export function needsLook(text: string): boolean {
  const { isLookedAt, slights } = respectOf(text);
  return !isLookedAt || slights.length > 0;
}

export function ShareNote({ as, text, about, left, onShare, onClose }: Props) {
  const words = useWords();
  const say = words.listen.share;
  const [draft, setDraft] = useState(text);
  const { isLookedAt, slights } = respectOf(draft);
  const isQuestion = as === "question";
  const isFull = isQuestion && left === 0;
  const isTooLong = isQuestion && draft.trim().length > MAX_ANSWER_TEXT_LENGTH;
  const isAnyway = slights.length > 0;
  return (
    <Dialog
      title={say.title[as]}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          {isFull ? null : (
            <Button
              look={isAnyway ? "plain" : "primary"}
              isDisabled={draft.trim() === "" || isTooLong}
              onPress={() => onShare(draft.trim())}
            >
              {isAnyway ? say.goAnyway[as] : say.go[as]}
            </Button>
          )}
        </>
      }
    >
      {isFull ? (
        <p>{say.noneLeft}</p>
      ) : (
        <>
          <p>{say.lead[as]}</p>
          <TextField
            label={say.field[as]}
            value={draft}
            onChange={setDraft}
            rows={4}
            serif
            autoFocus
            hint={
              <>
                {about === undefined ? null : `${say.about(about)} · `}
                {isQuestion ? say.left(left) : null}
              </>
            }
            error={isTooLong ? say.tooLong(MAX_ANSWER_TEXT_LENGTH) : undefined}
          />
          <div aria-live="polite">
            {isAnyway || !isLookedAt ? (
              <div className="listen-look">
                <MessageCircleHeart size={18} aria-hidden />
                <div>
                  {slights.map((slight) => (
                    <p key={slight.kind}>{say[slight.kind](slight.words)}</p>
                  ))}
                  {isLookedAt ? null : <p>{say.notLookedAt}</p>}
                  <p className="ui-side-quiet">{say.onlyHere}</p>
                </div>
              </div>
            ) : null}
          </div>
        </>
      )}
    </Dialog>
  );
}
