/** Asks before the words of a workshop that is over are deleted. */
import type { KeptWords } from "../../live/device.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly words: KeptWords;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export function ForgetWordsDialog({ words: kept, onForget, onClose }: Props) {
  const words = useWords();
  const say = words.laptop.kept;
  return (
    <Dialog
      title={say.forgetTitle(kept.title || words.files.untitled)}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              onForget();
            }}
          >
            {say.forgetGo}
          </Button>
        </>
      }
    >
      <p>{say.forgetText}</p>
    </Dialog>
  );
}
