/** The page of who is invited, before the day: what will happen, what to do, what they need. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useState } from "react";
import { BeforePage } from "../before/page/BeforePage.tsx";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import { useWords, WordsContext } from "../words/words.ts";
import { ConsentGate } from "./ConsentGate.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Notice, Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { boardAddress, route } from "./routes.ts";
import { saveForPreparing, saveStoredCopy } from "./saveCopy.ts";
import { useLiveWorkshop } from "./useLiveWorkshop.ts";
import { useOwnTerms } from "./useOwnTerms.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly workshop: string;
}

export function BeforeRoute({ workshop, ...page }: Props) {
  const { device } = page;
  const say = useWords().before.page;
  const [known, setKnown] = useState<KnownWorkshop | null>();
  useEffect(() => {
    const find = async () => setKnown((await device.workshops()).find(({ id }) => id === workshop) ?? null);
    void find();
  }, [device, workshop]);
  if (known === undefined) return <Waiting />;
  if (known === null) return <Notice title={say.unknownTitle} text={say.unknown} />;
  return (
    <ConsentGate device={device} boards={page.boards} as={page.as} known={known}>
      <OpenWorkshop {...page} known={known} onKnown={setKnown} />
    </ConsentGate>
  );
}

interface OpenProps extends Omit<Props, "workshop"> {
  readonly known: KnownWorkshop;
  readonly onKnown: (known: KnownWorkshop) => void;
}

function OpenWorkshop(page: OpenProps) {
  const live = useLiveWorkshop(page, page.known);
  return live ? <LivePage {...page} live={live} /> : <Waiting />;
}

function LivePage({ device, known, onKnown, live }: OpenProps & { readonly live: LiveWorkshop }) {
  const words = useOwnTerms(live.plan);
  const entered = useStore(live.entered);
  useEffect(() => {
    if (!entered) return;
    onKnown(entered);
    device.remember(entered).catch((error: unknown) => console.warn("The seat was not kept", error));
  }, [entered, device, onKnown]);
  const save = () => {
    saveStoredCopy(known).catch((error: unknown) => console.error("The copy could not be saved", error));
  };
  const giveAnswers = () => {
    const { person } = live.seat.get();
    const rows = [...live.rows("preTask").get(), ...live.rows("needs").get()].filter((row) => row.person === person);
    saveForPreparing(known, rows).catch((error: unknown) => console.error("The file could not be saved", error));
  };
  return (
    <WordsContext value={words}>
      <ErrorBoundary onCopy={save}>
        <BeforePage
          live={live}
          title={known.title}
          onFile={giveAnswers}
          onMap={() => route.go(boardAddress(known.id, known.group))}
        />
      </ErrorBoundary>
    </WordsContext>
  );
}
