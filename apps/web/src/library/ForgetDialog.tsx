/** Asks before a workshop is forgotten on this device, and says exactly what would be lost. */
import type { LaptopEntry } from "../live/laptopEntries.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords, type Words } from "../words/words.ts";
import { titleOfEntry, whenOpened } from "./entryState.ts";

interface Props {
  readonly entry: LaptopEntry;
  readonly onCopy: () => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export function ForgetDialog({ entry, onCopy, onForget, onClose }: Props) {
  const words = useWords();
  const say = words.library.forget;
  const lost = lossesOf(entry, words);
  const { copy } = entry;
  return (
    <Dialog
      title={say.title(titleOfEntry(entry) || words.library.invitedMap)}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onCopy}>{say.copyFirst}</Button>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              onForget();
            }}
          >
            {say.go}
          </Button>
        </>
      }
    >
      <p>{entry.known.relay === undefined ? say.alone : say.saved}</p>
      <p>{words.laptop.forget.lost}</p>
      <ul className="library-losses">
        {lost.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p>{copy ? words.laptop.forget.lastCopy(whenOpened(copy.time, words.library)) : words.laptop.forget.noCopy}</p>
    </Dialog>
  );
}

/** What is nowhere else. Notes are named always: nobody but their owner knows whether there are any. */
function lossesOf({ known, holdings }: LaptopEntry, words: Words): readonly string[] {
  const say = words.laptop.forget;
  const { waiting, setAside, files } = holdings;
  const isAlone = known.relay === undefined;
  const changes = waiting.changes + waiting.answers;
  return [
    ...(!isAlone && changes > 0 ? [say.waiting(changes)] : []),
    ...(setAside > 0 ? [say.setAside(setAside)] : []),
    ...(isAlone && files > 0 ? [say.files(files)] : []),
    ...(!isAlone && waiting.files > 0 ? [say.onlyFiles(waiting.files)] : []),
    say.notes,
  ];
}
