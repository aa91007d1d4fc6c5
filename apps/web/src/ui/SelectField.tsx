/** One of several in the browser's own list: short to say, and a phone shows it in its own way. */
import { useId } from "react";

interface Props<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
}

export function SelectField<T extends string>(props: Props<T>) {
  const { label, hideLabel = false, value, options, onChange, isDisabled = false } = props;
  const field = useId();
  return (
    <div className="ui-field">
      {hideLabel ? null : (
        <label className="ui-label" htmlFor={field}>
          {label}
        </label>
      )}
      <select
        id={field}
        className="ui-input ui-select"
        {...(hideLabel ? { "aria-label": label } : {})}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const option = options.find((each) => each.value === event.target.value);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
