/** A list of things to tick. */
import { Check } from "lucide-react";
import { Checkbox, CheckboxGroup } from "react-aria-components";

interface Item {
  readonly key: string;
  readonly label: string;
  /** A second, smaller line. */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly items: readonly Item[];
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

export function CheckList({ label, items, ticked, onChange }: Props) {
  return (
    <CheckboxGroup
      className="ui-check-list"
      aria-label={label}
      value={[...ticked]}
      onChange={(keys) => onChange(new Set(keys))}
    >
      {items.map(({ key, label: words, note }) => (
        <Checkbox key={key} value={key} className="ui-check">
          <span className="ui-check-box">
            <Check size={13} aria-hidden />
          </span>
          <span className="ui-check-words">
            <span>{words}</span>
            {note ? <span className="ui-check-note">{note}</span> : null}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
