/** Printing takes what this person has before them; what they have hidden only when they say so. */
import { type ComponentProps, useState } from "react";
import { BoardPaper } from "./paper/BoardPaper.tsx";
import { Choice } from "./ui/Choice.tsx";
import { usePrinted } from "./views/useShowing.ts";
import { useWords } from "./words/words.ts";

export function ShownPaper({ journey: whole, ...page }: Omit<ComponentProps<typeof BoardPaper>, "asked">) {
  const say = useWords().views.printHidden;
  const shown = usePrinted(whole);
  const [hidden, setHidden] = useState<"leave" | "print">("leave");
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
