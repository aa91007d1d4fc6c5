/**
 * A field that writes when the person is done: on leaving it, on Enter (Ctrl+Enter where Enter makes a line). What the
 * others write meanwhile does not touch what is being typed here; what was refused stays in the field.
 */
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { TextField } from "./TextField.tsx";

interface Props extends Omit<ComponentProps<typeof TextField>, "value" | "onChange" | "onBlur" | "onKeyDown"> {
  readonly value: string;
  /** `false` when it was not taken. */
  readonly onCommit: (text: string) => boolean;
  /** Called with what was typed when the field goes away and it cannot be written any more. */
  readonly onLost?: (text: string) => void;
  /** An empty text is put back to what it was. */
  readonly required?: boolean;
}

export function CommitField({ value, onCommit, onLost, required = false, ...field }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const typing = useRef({ draft, value, onCommit, onLost, required });
  useEffect(() => {
    typing.current = { draft, value, onCommit, onLost, required };
  });

  const commit = () => {
    const text = draft?.trim() ?? value;
    const unchanged = text === value || (required && text === "");
    if (unchanged || onCommit(text)) setDraft(null);
  };
  useEffect(
    () => () => {
      const left = typing.current;
      const text = left.draft?.trim() ?? left.value;
      if (text === left.value || (left.required && text === "")) return;
      if (!left.onCommit(text)) left.onLost?.(text);
    },
    [],
  );

  return (
    <TextField
      {...field}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (field.rows === undefined || event.ctrlKey || event.metaKey)) commit();
        if (event.key !== "Escape" || draft === null) return false;
        setDraft(null);
        return true;
      }}
    />
  );
}
