/** Says quietly that a new version is here. Nothing reloads by itself. */
import { useState } from "react";
import type { NewVersion } from "../live/newVersion.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

export function NewVersionLine({ newVersion }: { readonly newVersion: NewVersion }) {
  const words = useWords().app;
  const there = useStore(newVersion);
  const [later, setLater] = useState(false);
  if (!there || later) return null;
  return (
    <div className="app-new-version" role="status">
      <span>{words.newVersion}</span>
      <Button look="quiet" onPress={() => newVersion.take()}>
        {words.reload}
      </Button>
      <Button look="quiet" onPress={() => setLater(true)}>
        {words.later}
      </Button>
    </div>
  );
}
