/** A dialog that is filled in: Enter in a field does the same as its main button. */
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly cancelLabel: string;
  /** What the main button says. */
  readonly go: string;
  readonly isDisabled?: boolean;
  readonly onClose: () => void;
  /** The dialog stays open: who hands this in closes it. */
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** What belongs to the dialog and has forms of its own. */
  readonly below?: ReactNode;
}

export function FormDialog({ title, closeLabel, onClose, onSubmit, children, below, ...buttons }: Props) {
  const { cancelLabel, go, isDisabled = false } = buttons;
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      title={title}
      closeLabel={closeLabel}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{cancelLabel}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={isDisabled}>
            {go}
          </Button>
        </>
      }
    >
      <form id={form} className="ui-form" onSubmit={submit}>
        {children}
      </form>
      {below}
    </Dialog>
  );
}
