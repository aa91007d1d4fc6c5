/** Who asks for help, and where they sit: who has waited longest comes first. */
import { checkAnswer, type PlanView } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import { useMemo } from "react";
import { useLeavers } from "../live/leavers.ts";
import type { LiveDay } from "../live/liveDay.ts";
import { useStore } from "../live/store.ts";

export interface HelpCall {
  readonly person: string;
  /** "" for nothing said. */
  readonly note: string;
  /** Another table than the one on this page. */
  readonly table?: { readonly group: string; readonly name: string };
}

const NOTHING_BEFORE = { items: [] };

/** What this seat may read of it: of all tables, or of its own. */
export function useHelpCalls(live: LiveDay, { people, groups }: PlanView): readonly HelpCall[] {
  const rows = useStore(live.rows("help"));
  const left = useLeavers(live);
  return useMemo(() => {
    const room = parseRoom(live.room);
    const here = room?.kind === "board" ? room.group : undefined;
    return [...rows]
      .sort((a, b) => a.time - b.time)
      .flatMap(({ person, item, value }): HelpCall[] => {
        const checked = checkAnswer("help", item, value, NOTHING_BEFORE);
        if (!checked.ok || !checked.value?.asking || left.has(person)) return [];
        const seat = people.find(({ id }) => id === person)?.group;
        const group = seat === here ? undefined : groups.find(({ id }) => id === seat);
        const table = group && { group: group.id, name: group.name };
        return [{ person, note: checked.value.note ?? "", ...(table && { table }) }];
      });
  }, [rows, left, people, groups, live]);
}
