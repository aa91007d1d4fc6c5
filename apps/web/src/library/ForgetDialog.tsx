/** Asks before a map is forgotten on this device, and says exactly what would be lost. */
import type { LibraryEntry } from "../live/libraryEntries.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { stateOfEntry, titleOfEntry } from "./entryState.ts";
import type { LibraryFrame } from "./frame.ts";

interface Props {
  readonly entry: LibraryEntry;
  readonly frame: LibraryFrame;
  readonly onClose: () => void;
}

export function ForgetDialog({ entry, frame, onClose }: Props) {
  const words = useWords();
  const say = words.library.forget;
  const title = titleOfEntry(entry) || words.library.invitedMap;
  const state = stateOfEntry(entry);
  return (
    <Dialog
      title={say.title(title)}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void frame.saveCopy(entry)}>{say.copyFirst}</Button>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              void frame.forget(entry);
            }}
          >
            {say.go}
          </Button>
        </>
      }
    >
      <p>{state === "alone" ? say.alone : state === "waiting" ? say.waiting(entry.waiting) : say.saved}</p>
    </Dialog>
  );
}
