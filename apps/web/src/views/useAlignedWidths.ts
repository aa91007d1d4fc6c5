/** How wide the phases of maps below each other have to be, so that what is alike stands in one line. */
import { alignedWidths } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { useState } from "react";

type WidthsByMap = ReadonlyMap<Id, ReadonlyMap<Id, number>>;

/** By map; the same object until a width changes, so that an edit of one map does not lay out the others. */
export function useAlignedWidths(maps: readonly JourneyView[]): WidthsByMap {
  const fresh = new Map(
    maps.map((map) => [
      map.id,
      alignedWidths(
        map,
        maps.filter((other) => other !== map),
      ),
    ]),
  );
  const [steady, setSteady] = useState<WidthsByMap>(fresh);
  const isSame = textOf(steady) === textOf(fresh);
  if (!isSame) setSteady(fresh);
  return isSame ? steady : fresh;
}

function textOf(widths: WidthsByMap): string {
  return JSON.stringify([...widths].map(([map, byPhase]) => [map, [...byPhase]]));
}
