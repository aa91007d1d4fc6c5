/** A whole number: typed, or counted up and down by the arrow keys and the two buttons. Written when it is left. */
import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Group, Input, Label, NumberField, Text } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly step?: number;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: number) => void;
}

export function CountField({ label, hideLabel, hint, value, range, step = 1, isReadOnly = false, onChange }: Props) {
  return (
    <NumberField
      className="ui-field ui-count"
      {...(hideLabel ? { "aria-label": label } : {})}
      value={value}
      minValue={range.min}
      maxValue={range.max}
      // Arrow keys go by `step`; any whole number can be typed.
      onChange={(next) => {
        if (Number.isInteger(next) && next !== value) onChange(next);
      }}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      step={step}
      isReadOnly={isReadOnly}
    >
      {hideLabel ? null : <Label className="ui-label">{label}</Label>}
      <Group className="ui-count-box">
        <Button slot="decrement" className="ui-icon-button">
          <Minus size={15} aria-hidden />
        </Button>
        <Input className="ui-input" />
        <Button slot="increment" className="ui-icon-button">
          <Plus size={15} aria-hidden />
        </Button>
      </Group>
      {hint ? (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      ) : null}
    </NumberField>
  );
}
