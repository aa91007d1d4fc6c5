/** A labelled field for words: one line or several. */
import type { ReactNode } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Answers `true` where Escape is for the field: the dialog round it then stays open. */
  readonly onKeyDown?: (event: { key: string; ctrlKey: boolean; metaKey: boolean }) => unknown;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Rows of a field of several lines; one line when absent. */
  readonly rows?: number;
  readonly maxLength?: number;
  /** What one line holds; words when absent. */
  readonly type?: "date" | "time" | "datetime-local";
  readonly serif?: boolean;
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly spellCheck?: boolean;
}

export function TextField(props: Props) {
  const { label, hint, error, placeholder, rows, maxLength, serif, hideLabel, spellCheck, onKeyDown, ...field } = props;
  const className = `ui-input${serif ? " ui-input-serif" : ""}`;
  return (
    <AriaTextField
      {...omitUndefined(field)}
      {...(onKeyDown && {
        onKeyDown: (event) => {
          const isTaken = onKeyDown(event) === true;
          if (event.key === "Escape" && !isTaken && isInDialog(event.target)) event.continuePropagation();
        },
      })}
      {...(hideLabel ? { "aria-label": label } : {})}
      className="ui-field"
      isInvalid={error !== undefined}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      {hideLabel ? null : <Label className="ui-label">{label}</Label>}
      {rows === undefined ? (
        <Input className={className} autoComplete="off" {...omitUndefined({ placeholder, spellCheck })} />
      ) : (
        <TextArea className={className} rows={rows} {...omitUndefined({ placeholder, spellCheck })} />
      )}
      {hint ? (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="ui-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** Elsewhere a key that was typed in a field is for nobody else. */
function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[role=dialog]") !== null;
}

/** exactOptionalPropertyTypes: an absent property is not the same as an undefined one. */
function omitUndefined<T extends object>(props: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
