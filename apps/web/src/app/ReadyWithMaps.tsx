/** What a workshop still lacks: its plan says so, and the maps of its tables. */
import { unownedTouchpoints } from "@sameside/insights";
import type { ComponentProps } from "react";
import { ReadyList } from "../people/ReadyList.tsx";
import { useMapsAtRest } from "./mapsAtRest.ts";

interface Props extends Omit<ComponentProps<typeof ReadyList>, "unowned"> {
  readonly workshop: string;
}

export function ReadyWithMaps({ workshop, plan, ...props }: Props) {
  const unowned = unownedTouchpoints(useMapsAtRest(workshop, plan), plan);
  return <ReadyList {...props} plan={plan} unowned={unowned} />;
}
