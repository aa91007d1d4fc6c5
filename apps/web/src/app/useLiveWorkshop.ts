/** The workshop of a page that has no board open, as long as the page is there. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveWorkshop, openLiveWorkshop } from "../live/liveWorkshop.ts";
import type { Boards } from "./openBoards.ts";

interface Parts {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
}

/** `undefined` until it is read from the disk. Throws, while rendering, when it cannot be. */
export function useLiveWorkshop({ device, boards, as }: Parts, known: KnownWorkshop): LiveWorkshop | undefined {
  const [live, setLive] = useState<LiveWorkshop>();
  const [broken, setBroken] = useState<unknown>(null);
  const atOpening = useRef(known);
  useEffect(() => {
    const opening = openLiveWorkshop({ device, known: atOpening.current, as });
    opening.then(setLive, setBroken);
    return () => {
      setLive(undefined);
      boards.puttingAway(opening.then((opened) => opened.close()));
    };
  }, [device, boards, as]);
  if (broken !== null) throw broken;
  return live;
}
