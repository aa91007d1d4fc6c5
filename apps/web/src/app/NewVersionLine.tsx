/** Says quietly that a new version is here. Nothing reloads by itself, nor before everything written is on disk. */
import { useState } from "react";
import type { NewVersion } from "../live/newVersion.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { finishTyping } from "./finishTyping.ts";

interface Props {
  readonly newVersion: NewVersion;
  /** Everything that was written is on disk when this is kept. */
  readonly saved: () => Promise<void>;
}

export function NewVersionLine({ newVersion, saved }: Props) {
  const words = useWords();
  const there = useStore(newVersion);
  const [state, setState] = useState<"offered" | "storing" | "not-stored" | "later">("offered");
  if (!there || state === "later") return null;
  const take = async () => {
    setState("storing");
    try {
      finishTyping();
      await saved();
      newVersion.take();
    } catch (error) {
      console.warn("The page was not reloaded", error);
      setState("not-stored");
    }
  };
  return (
    <div className="app-new-version" role="status">
      <span>{state === "not-stored" ? words.laptop.notReloaded : words.app.newVersion}</span>
      <Button look="quiet" isDisabled={state === "storing"} onPress={() => void take()}>
        {state === "not-stored" ? words.app.again : words.app.reload}
      </Button>
      <Button look="quiet" onPress={() => setState("later")}>
        {words.app.later}
      </Button>
    </div>
  );
}
