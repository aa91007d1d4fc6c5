/** How this person looks at the sheet, as the layout takes it. */
import type { SheetView } from "@sameside/layout";
import { useMemo } from "react";
import type { CanvasProps } from "../contract.ts";

export function useSheetView({ showing, widths }: Pick<CanvasProps, "showing" | "widths">): SheetView {
  const folded = showing?.choice.folded;
  return useMemo(() => ({ folded: new Set(folded), ...(widths && { widths }) }), [folded, widths]);
}
