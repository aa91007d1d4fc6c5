/** One of a few: a row of buttons of which one is on. Arrow keys move, as in any radio group. */
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Accessible name where the label alone is too short; also its tooltip. */
  readonly name?: string;
  /** Shown above or beside the label; says nothing the label does not. */
  readonly icon?: ReactNode;
  /** A second, smaller line. */
  readonly note?: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** `null`: nothing chosen yet. */
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  /** `tiles` stand side by side with the icon above; `list` below each other; `grid` is for many short ones. */
  readonly look?: "row" | "tiles" | "list" | "grid";
}

export function Choice<T extends string>(props: Props<T>) {
  const { label, hideLabel, value, options, onChange, isDisabled = false, look = "row" } = props;
  return (
    <RadioGroup
      className={`ui-choice ui-choice-${look}`}
      {...(hideLabel ? { "aria-label": label } : {})}
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      {hideLabel ? null : <Label className="ui-label">{label}</Label>}
      <div className="ui-choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="ui-option" aria-label={option.name ?? option.label}>
            {option.icon}
            <span className="ui-option-label">{option.label}</span>
            {option.note ? <span className="ui-option-note">{option.note}</span> : null}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
