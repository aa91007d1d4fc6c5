/** Printing takes what this person has before them; what they have hidden only when they say so. */
import { shownJourney } from "@sameside/layout";
import { type ComponentProps, useMemo, useState } from "react";
import { useStore } from "./live/store.ts";
import { BoardPaper } from "./paper/BoardPaper.tsx";
import { Choice } from "./ui/Choice.tsx";
import { keptChoice } from "./views/keptChoice.ts";
import { useWords } from "./words/words.ts";

export function ShownPaper({ journey: whole, ...page }: Omit<ComponentProps<typeof BoardPaper>, "asked">) {
  const say = useWords().views.printHidden;
  const choice = useStore(keptChoice(whole.id));
  const [hidden, setHidden] = useState<"leave" | "print">("leave");
  // A strip on paper cannot be opened: what is folded is printed.
  const shown = useMemo(() => shownJourney(whole, { ...choice, folded: [] }), [whole, choice]);
  const asked =
    shown === whole ? null : (
      <Choice
        label={say.label}
        value={hidden}
        onChange={setHidden}
        options={[
          { value: "leave", label: say.leave },
          { value: "print", label: say.print },
        ]}
      />
    );
  return <BoardPaper {...page} journey={hidden === "print" ? whole : shown} asked={asked} />;
}
