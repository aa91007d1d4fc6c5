/** The code of each person, for their card: whoever comes by it is that person, at their table. */
import type { Id, PlanView } from "@sameside/model";
import { useEffect, useEffectEvent, useState } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { workshopDeskOf } from "../live/workshopDesk.ts";

export type PersonalCodes =
  /** Nobody can join before the workshop is shared. */
  | { readonly is: "unshared" | "asking" | "failed" }
  | { readonly is: "there"; readonly codeByPerson: ReadonlyMap<Id, string> };

/** Asks the relay once, when the codes are wanted; who has a code keeps it. */
export function usePersonalCodes(live: LiveWorkshop, { people }: PlanView, isWanted: boolean): PersonalCodes {
  const [codes, setCodes] = useState<PersonalCodes>({ is: "asking" });
  const ask = useEffectEvent(async (): Promise<PersonalCodes> => {
    const desk = workshopDeskOf(live.latest());
    if (!desk) return { is: "unshared" };
    const invited = people
      .filter(({ isAbsent }) => !isAbsent)
      .map(({ id, role, group }) => ({ person: id, role, table: group ?? null }));
    const given = await desk.invitePeople(invited);
    return { is: "there", codeByPerson: new Map(given.map(({ person, shortCode }) => [person, shortCode])) };
  });
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const set = (next: PersonalCodes) => {
      if (!isGone) setCodes(next);
    };
    ask().then(set, (error: unknown) => {
      console.warn("The codes could not be had", error);
      set({ is: "failed" });
    });
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return codes;
}
