/** A chip that opens a small panel, or does one thing. */
import { type ReactNode, useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";

interface Props {
  /** Accessible name of the chip and of its panel. */
  readonly label: string;
  readonly children: ReactNode;
  readonly panel: (close: () => void) => ReactNode;
  readonly isDisabled?: boolean;
}

interface ButtonProps {
  /** Its accessible name. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
}

export function ChipButton({ label, children, onPress }: ButtonProps) {
  return (
    <AriaButton className="ui-chip ui-chip-button" aria-label={label} onPress={onPress}>
      {children}
    </AriaButton>
  );
}

export function ChipPanel({ label, children, panel, isDisabled = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="ui-chip ui-chip-button" aria-label={label} isDisabled={isDisabled}>
        {children}
      </AriaButton>
      <Popover className="ui-popover" offset={6}>
        <Dialog className="ui-panel" aria-label={label}>
          {panel(() => setOpen(false))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
