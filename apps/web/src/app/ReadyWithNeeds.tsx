/** What the workshop still lacks, and what people need on the day. */
import type { ComponentProps } from "react";
import { NeedsToProvide } from "../before/tasks/NeedsList.tsx";
import { ReadySection } from "../people/ReadySection.tsx";

export function ReadyWithNeeds(props: ComponentProps<typeof ReadySection>) {
  return (
    <>
      <ReadySection {...props} />
      <NeedsToProvide live={props.live} />
    </>
  );
}
