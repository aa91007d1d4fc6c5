/** The search says what this person has put out of sight, and going to it shows it. */
import type { ComponentProps } from "react";
import { FindPanel } from "./finding/FindPanel.tsx";
import { useSight } from "./views/useSight.ts";

export function ShownFind({ onJump, ...page }: Omit<ComponentProps<typeof FindPanel>, "coverOf">) {
  const { coverOf, show } = useSight(page.view.journeys);
  return (
    <FindPanel
      {...page}
      coverOf={coverOf}
      onJump={(found) => {
        show(found);
        onJump(found);
      }}
    />
  );
}
