/** While the hand moves the map: it says so, and is the way back. */
import { Hand } from "lucide-react";
import { useWords } from "../../words/words.ts";

export function HandSign({ onLeave }: { readonly onLeave: () => void }) {
  const words = useWords().editing;
  return (
    <button type="button" className="canvas-hand" aria-label={words.handOff} title={words.handOff} onClick={onLeave}>
      <Hand size={16} aria-hidden />
      {words.hand}
      <kbd className="ui-key">V</kbd>
    </button>
  );
}
