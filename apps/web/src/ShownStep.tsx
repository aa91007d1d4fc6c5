/** The step of the day, on a board's page and on that of who runs it. Here the day meets the list of people: what a workshop lacks before it starts. */
import type { ComponentProps } from "react";
import { ReadyList } from "./people/ReadyList.tsx";
import { StepBar } from "./step/StepBar.tsx";

export function ShownStep(props: Omit<ComponentProps<typeof StepBar>, "Ready">) {
  return <StepBar {...props} Ready={ReadyList} />;
}
