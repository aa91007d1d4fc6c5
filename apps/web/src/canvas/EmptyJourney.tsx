/** A journey without a phase teaches with one sentence and one action. */
import { Plus } from "lucide-react";
import { useWords } from "../words/words.ts";

export function EmptyJourney({ editable, onStart }: { readonly editable: boolean; readonly onStart: () => void }) {
  const words = useWords().canvas;
  return (
    <div className="canvas-empty nopan">
      <p>{words.emptyTitle}</p>
      {editable ? (
        <button type="button" className="canvas-empty-action" onClick={onStart}>
          <Plus size={16} aria-hidden />
          {words.emptyAction}
        </button>
      ) : null}
    </div>
  );
}
