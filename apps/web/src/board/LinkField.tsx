/** A link to copy: selected at a touch, and copied where the browser lets a page do so. */
import { Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { copyFrom } from "../ui/copyText.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly label: string;
  readonly copyLabel: string;
  readonly link: string;
  /** The same as letters to read out; good at this relay only. */
  readonly shortCode?: string | undefined;
  /** Takes the focus when it appears: the button that stood here before is gone. */
  readonly first?: boolean;
}

export function LinkField({ label, copyLabel, link, shortCode, first = false }: Props) {
  const say = useWords().board.inviteDialog;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  const copy = () => {
    if (field.current) setCopied(copyFrom(field.current));
  };
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <div className="board-row">
        <input
          ref={field}
          id={id}
          className="ui-input"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={<Copy size={15} aria-hidden />} aria-label={copyLabel} onPress={copy}>
          {say.copy}
        </Button>
      </div>
      <p className="ui-hint" role="status">
        {copied === null ? " " : copied ? say.copied : say.selected}
      </p>
      {shortCode === undefined ? null : (
        <p className="board-short-code">
          {say.shortCode} <strong data-short-code>{shortCode}</strong>
        </p>
      )}
    </div>
  );
}
