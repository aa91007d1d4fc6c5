/** A quiet place to add something. What it adds, and where, stands in its data (useViewEvents.ts). */
import { Plus } from "lucide-react";
import { useWords } from "../words/words.ts";
import { addCardStop } from "./stops.ts";

type Props =
  | {
      readonly add: "card";
      readonly parent: string;
      readonly lane: string;
      readonly label: string;
      /** What the step asks here. */
      readonly prompt?: string | undefined;
    }
  | { readonly add: "touchpoint"; readonly parent: string; readonly label: string; readonly short?: boolean }
  | { readonly add: "phase" | "lane"; readonly label: string };

export function AddButton(props: Props) {
  const { table: words, canvas } = useWords();
  const { add, label } = props;
  const wordByAdd = {
    card: ("prompt" in props && props.prompt) || canvas.addCardHere,
    touchpoint: words.addTouchpoint,
    phase: words.addPhase,
    lane: words.addLane,
  };
  const parent = "parent" in props ? props.parent : undefined;
  const lane = "lane" in props ? props.lane : undefined;
  const isShort = "short" in props && props.short;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="table-add"
      data-add={add}
      data-parent={parent}
      data-lane={lane}
      data-stop={add === "card" ? addCardStop(parent ?? "", lane ?? "") : `add ${[add, parent].join(" ").trim()}`}
      aria-haspopup={add === "lane" ? "menu" : undefined}
      aria-label={label}
      title={label}
    >
      <Plus size={14} aria-hidden />
      {isShort ? null : <span className="table-add-word">{wordByAdd[add]}</span>}
    </button>
  );
}
