/** What the workshop still lacks. */
import type { PeopleProps } from "./props.ts";
import { ReadyList } from "./ReadyList.tsx";

export function ReadySection({ plan, nameOf }: PeopleProps) {
  return <ReadyList plan={plan} nameOf={nameOf} />;
}
