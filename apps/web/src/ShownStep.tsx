/** The step of the day, on a board's page and on that of who runs it. Here the day meets the list of people and the maps: what a workshop lacks before it starts. */
import type { ComponentProps } from "react";
import { ReadyWithMaps } from "./app/ReadyWithMaps.tsx";
import { StepBar } from "./step/StepBar.tsx";

export function ShownStep(props: Omit<ComponentProps<typeof StepBar>, "Ready">) {
  return <StepBar {...props} Ready={ReadyWithMaps} />;
}
