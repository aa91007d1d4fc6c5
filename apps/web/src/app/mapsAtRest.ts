/** The maps of a workshop's tables as they were put away on this device, without opening a document. */
import type { BoardView, PlanView } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { lastView } from "@sameside/replica";
import { useEffect, useState } from "react";

/** Of the tables that have been open here; empty until they are read. */
export function useMapsAtRest(workshop: string, { groups }: Pick<PlanView, "groups">): readonly BoardView[] {
  const [views, setViews] = useState<readonly BoardView[]>([]);
  const ids = groups.map(({ id }) => id).join("/");
  useEffect(() => {
    let isGone = false;
    const reading = ids.split("/").map((group) => lastView<BoardView>(boardRoom(workshop, group)));
    Promise.all(reading).then(
      (read) => {
        if (!isGone) setViews(read.filter((view) => view !== undefined));
      },
      (error: unknown) => console.warn("The maps could not be read", error),
    );
    return () => {
      isGone = true;
    };
  }, [workshop, ids]);
  return views;
}
