/** Asks before a map goes with all that is on it. */
import type { JourneyView } from "@sameside/model";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { countCardsOn } from "./findOnBoard.ts";

interface Props {
  readonly journey: JourneyView;
  /** It is called so. */
  readonly onGo: (title: string) => void;
  readonly onClose: () => void;
}

export function RemoveMapDialog({ journey, onGo, onClose }: Props) {
  const words = useWords();
  const say = words.editing.removeMap;
  const title = journey.title || words.journey.untitled;
  const count = journey.phases
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .reduce((sum, holder) => sum + countCardsOn(holder), 0);
  return (
    <Dialog
      title={say.title(title, words.journey.variants[journey.variant])}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.app.cancel}
          </Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              onGo(title);
            }}
          >
            {say.go}
          </Button>
        </>
      }
    >
      <p>{count > 0 ? say.cards(count) : say.empty}</p>
      <p>{say.back}</p>
    </Dialog>
  );
}
