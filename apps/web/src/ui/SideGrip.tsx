/** Where a finger takes hold of something beside the map, to drag it there. The keyboard has the button beside it. */
import { GripVertical } from "lucide-react";
import { dragOntoMapByFinger } from "./dragOntoMap.ts";

/** Of the list's item that it stands in. `onLand`: with the id of the touchpoint or card that it was dropped on. */
export function SideGrip({ onLand }: { readonly onLand: (place: string) => void }) {
  return (
    <span
      className="ui-side-grip"
      aria-hidden
      onPointerDown={(event) => dragOntoMapByFinger(event, event.currentTarget.closest("li"), onLand)}
    >
      <GripVertical size={16} />
    </span>
  );
}
