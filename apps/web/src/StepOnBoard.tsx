/** The step of the day on a board's page. Here the day meets the list of people: what a workshop lacks before it starts. */
import type { ComponentProps } from "react";
import type { BoardSlots } from "./board/slots.ts";
import { ReadyList } from "./people/ReadyList.tsx";
import { StepBar } from "./step/StepBar.tsx";

export function StepOnBoard(props: ComponentProps<BoardSlots["Step"]>) {
  return <StepBar {...props} Ready={ReadyList} />;
}
