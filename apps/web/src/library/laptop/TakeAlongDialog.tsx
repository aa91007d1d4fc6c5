/** Everything on this device as one file: says what is in it, and whose it is. */
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly onGo: (choice: { readonly withKeys: boolean }) => Promise<void>;
  readonly onClose: () => void;
}

export function TakeAlongDialog({ onGo, onClose }: Props) {
  const words = useWords();
  const say = words.laptop.along;
  const [withKeys, setWithKeys] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await onGo({ withKeys });
    onClose();
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" isDisabled={isBusy} onPress={() => void go()}>
            {say.go}
          </Button>
        </>
      }
    >
      <p>{say.lead}</p>
      <p>{say.own}</p>
      <Checkbox className="laptop-check" isSelected={withKeys} onChange={setWithKeys}>
        <span className="laptop-box" aria-hidden />
        <span>
          <span className="laptop-check-label">{say.keys}</span>
          <span className="ui-hint">{say.keysNote}</span>
        </span>
      </Checkbox>
    </Dialog>
  );
}
