/** Words that are written anew in their place: Enter keeps them, Escape leaves them as they were. */
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";

interface Props {
  readonly label: string;
  readonly saveLabel: string;
  readonly draft: string;
  /** `null`: they stay as they were. */
  readonly onDraft: (draft: string | null) => void;
  readonly onSave: () => void;
}

export function RewordField({ label, saveLabel, draft, onDraft, onSave }: Props) {
  return (
    <div className="listen-fresh">
      <TextField
        label={label}
        hideLabel
        value={draft}
        onChange={onDraft}
        onKeyDown={({ key }) => {
          if (key === "Enter") onSave();
          if (key === "Escape") onDraft(null);
        }}
        serif
        autoFocus
      />
      <Button look="primary" onPress={onSave}>
        {saveLabel}
      </Button>
    </div>
  );
}
