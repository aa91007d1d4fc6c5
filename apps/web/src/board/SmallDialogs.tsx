/** The board's short questions: paste many lines, the name for today. */
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { NameForm } from "./NameForm.tsx";

export function PasteManyDialog({ count, go, onClose }: { count: number; go: () => void; onClose: () => void }) {
  const words = useWords();
  const say = words.board.paste;
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button
            look="primary"
            onPress={() => {
              onClose();
              go();
            }}
          >
            {say.go(count)}
          </Button>
        </>
      }
    >
      <p>{say.text(count)}</p>
    </Dialog>
  );
}

interface NameProps {
  readonly firstName: string;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

export function NameDialog({ firstName, onDone, onClose }: NameProps) {
  const words = useWords();
  return (
    <Dialog title={words.board.nameDialog.title} closeLabel={words.app.close} onClose={onClose}>
      <NameForm firstName={firstName} action={words.board.nameDialog.save} onDone={onDone} />
    </Dialog>
  );
}
