/** The link to the page before the day: selected at a touch, and copied where the browser lets a page do so. */
import { Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { copyFrom } from "../../ui/copyText.ts";
import { useWords } from "../../words/words.ts";

export function BeforeLink({ link }: { readonly link: string }) {
  const say = useWords().before.tasks;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {say.linkHint}
      </label>
      <div className="before-link">
        <input
          ref={field}
          id={id}
          className="ui-input"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          icon={<Copy size={15} aria-hidden />}
          onPress={() => setCopied(field.current !== null && copyFrom(field.current))}
        >
          {say.copy}
        </Button>
      </div>
      <p className="ui-hint" role="status">
        {copied === null ? "" : copied ? say.copied : say.selected}
      </p>
    </div>
  );
}
