/** The page of who runs the day: finds the workshop on this device, opens its plan and every table's board. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useMemo, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import type { RoomFrame } from "../room/frame.ts";
import { RoomPage } from "../room/RoomPage.tsx";
import type { RoomSlots } from "../room/slots.ts";
import { useWords, WordsContext } from "../words/words.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Notice, Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { boardAddress, prepareAddress, route } from "./routes.ts";
import { useLiveTables } from "./useLiveTables.ts";
import { useLiveWorkshop } from "./useLiveWorkshop.ts";
import { useOwnTerms } from "./useOwnTerms.ts";
import { runsIt } from "./WorkshopEnd.tsx";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly slots: RoomSlots;
  readonly workshop: string;
}

export function RoomRoute({ workshop, ...page }: Props) {
  const { device } = page;
  const words = useWords();
  const [known, setKnown] = useState<KnownWorkshop | null>();
  useEffect(() => {
    const find = async () => setKnown((await device.workshops()).find(({ id }) => id === workshop) ?? null);
    void find();
  }, [device, workshop]);
  if (known === undefined) return <Waiting />;
  if (known === null) return <Notice title={words.app.unknownBoard.title} text={words.app.unknownBoard.text} />;
  if (!runsIt(known)) return <Notice title={words.room.notYours.title} text={words.room.notYours.text} />;
  return <OpenWorkshop {...page} known={known} onKnown={setKnown} />;
}

interface OpenProps extends Omit<Props, "workshop"> {
  readonly known: KnownWorkshop;
  readonly onKnown: (known: KnownWorkshop) => void;
}

function OpenWorkshop(page: OpenProps) {
  const live = useLiveWorkshop(page, page.known);
  return live ? <LivePage {...page} live={live} /> : <Waiting />;
}

function LivePage({ device, known, onKnown, live, slots, ...parts }: OpenProps & { readonly live: LiveWorkshop }) {
  const words = useOwnTerms(live.plan);
  const { groups } = useStore(live.plan.view);
  const ids = useMemo(() => (groups.length > 0 ? groups.map(({ id }) => id) : [known.group]), [groups, known.group]);
  const tables = useLiveTables(parts, known, ids);
  const entered = useStore(live.entered);
  useEffect(() => {
    if (!entered) return;
    onKnown(entered);
    device.remember(entered).catch((error: unknown) => console.warn("The seat was not kept", error));
  }, [entered, device, onKnown]);
  const frame = useMemo<RoomFrame>(
    () => ({
      home: () => route.go("#/"),
      prepare: () => route.go(prepareAddress(known.id)),
      openBoard: (group) => route.go(boardAddress(known.id, group)),
      title: known.title || words.files.untitled,
      isShared: known.relay !== undefined,
    }),
    [known, words],
  );
  return (
    <WordsContext value={words}>
      <ErrorBoundary>
        <RoomPage live={live} tables={tables} frame={frame} slots={slots} />
      </ErrorBoundary>
    </WordsContext>
  );
}
