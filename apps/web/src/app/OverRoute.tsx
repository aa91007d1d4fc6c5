/** A workshop that is over: this device's copy goes, the person's own words stay, and it is said. */
import { type Device, type KeptWords, keptWords } from "@sameside/replica";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { deviceKind } from "../ui/deviceKind.ts";
import { inOwnTerms, termsFrom } from "../words/ownTerms.ts";
import { useWords } from "../words/words.ts";
import { leaveIfOver } from "./departure.ts";
import { Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { boardAddress, LAPTOP_ADDRESS, route } from "./routes.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly workshop: string;
  readonly notes?: PrivateNotes | undefined;
}

export function OverRoute({ device, boards, workshop, notes }: Props) {
  const usual = useWords();
  const [left, setLeft] = useState<KeptWords>();
  const leave = useEffectEvent(async () => {
    await boards.settled();
    const known = (await device.workshops()).find(({ id }) => id === workshop);
    const kept = known ? await leaveIfOver(device, known, usual, notes) : await wordsFrom(workshop);
    // Another page was faster, and this one's board has written since.
    if (!known && kept) await device.forget(workshop);
    // Something was written in the last moment: it goes to the table first.
    if (!kept) route.replace(known ? boardAddress(known.id, known.group) : "#/");
    setLeft(kept);
  });
  useEffect(() => {
    leave().catch((error: unknown) => {
      console.warn("The workshop could not be left", error);
      route.replace("#/");
    });
  }, []);
  if (!left) return <Waiting />;
  const words = inOwnTerms(usual, termsFrom(left.terms));
  const say = words.laptop.leaving;
  return (
    <main className="app-notice">
      <h1>{say.title(left.title || words.files.untitled)}</h1>
      <p>{say[left.why](words.app.devices[deviceKind()])}</p>
      <div className="app-notice-actions">
        <Button look="primary" onPress={() => route.go(LAPTOP_ADDRESS)}>
          {say.see}
        </Button>
        <Button onPress={() => route.go("#/")}>{words.app.broken.home}</Button>
      </div>
    </main>
  );
}

async function wordsFrom(workshop: string): Promise<KeptWords | undefined> {
  return (await keptWords()).find((each) => each.workshop === workshop);
}
