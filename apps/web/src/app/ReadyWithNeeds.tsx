/** What the workshop still lacks, and what people need on the day. */
import { NeedsToProvide } from "../before/tasks/NeedsList.tsx";
import type { PeopleProps } from "../people/props.ts";
import { ReadyWithMaps } from "./ReadyWithMaps.tsx";

export function ReadyWithNeeds({ live, plan, nameOf }: PeopleProps) {
  return (
    <>
      <ReadyWithMaps workshop={live.workshop} plan={plan} nameOf={nameOf} />
      <NeedsToProvide live={live} />
    </>
  );
}
