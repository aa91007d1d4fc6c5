/** A journey without a phase: one sentence and one action. */
import { Plus } from "lucide-react";
import { useWords } from "../words/words.ts";

export function EmptyMap({ editable }: { readonly editable: boolean }) {
  const words = useWords().canvas;
  return (
    <div className="table-empty">
      <p>{words.emptyTitle}</p>
      {editable ? (
        <button
          type="button"
          className="ui-button ui-button-primary"
          data-add="phase"
          data-stop="add phase"
          tabIndex={-1}
        >
          <Plus size={16} aria-hidden />
          {words.emptyAction}
        </button>
      ) : null}
    </div>
  );
}
