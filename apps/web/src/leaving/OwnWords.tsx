/** Own words that are read back: as they stand, or in a field while they are put right. */
import { MAX_TEXT_LENGTH } from "@sameside/model";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  /** What is put right; `null` while it is only read. */
  readonly draft: string | null;
  readonly text: string;
  readonly onDraft: (draft: string | null) => void;
  /** Answers whether it was taken. */
  readonly onCorrect: (text: string) => boolean;
}

export function OwnWords({ draft, text, onDraft, onCorrect }: Props) {
  const say = useWords().leaving.readBack;
  if (draft === null) return <blockquote className="leaving-words">{text}</blockquote>;
  const keep = () => {
    const next = draft.trim();
    if (next !== "" && onCorrect(next)) onDraft(null);
  };
  return (
    <div className="leaving-field">
      <TextField
        label={say.field}
        hideLabel
        value={draft}
        onChange={onDraft}
        onKeyDown={({ key }) => {
          if (key === "Enter") keep();
          if (key !== "Escape") return false;
          onDraft(null);
          return true;
        }}
        rows={2}
        maxLength={MAX_TEXT_LENGTH}
        serif
        autoFocus
      />
      <div className="leaving-acts">
        <Button look="primary" isDisabled={draft.trim() === ""} onPress={keep}>
          {say.keep}
        </Button>
        <Button onPress={() => onDraft(null)}>{say.cancel}</Button>
      </div>
    </div>
  );
}

interface GoneProps {
  /** What it was. */
  readonly text: string;
  readonly onBringBack: () => void;
}

/** Where something stood that was taken back. */
export function TakenBack({ text, onBringBack }: GoneProps) {
  const say = useWords().leaving.readBack;
  return (
    <>
      <p className="leaving-gone">
        {say.gone}: <s>{text}</s>
      </p>
      <div className="leaving-acts">
        <Button autoFocus aria-label={say.bringBackOf(text)} onPress={onBringBack}>
          {say.bringBack}
        </Button>
      </div>
    </>
  );
}
