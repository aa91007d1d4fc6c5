/** The page of who prepares a workshop: finds it on this device, opens its plan, and puts it away again. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useMemo, useState } from "react";
import { RelayMovedDialog } from "../board/RelayMovedDialog.tsx";
import { SaveState } from "../board/SaveState.tsx";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import type { PrepareFrame } from "../prepare/frame.ts";
import { PreparePage } from "../prepare/PreparePage.tsx";
import type { PrepareSection } from "../prepare/slots.ts";
import { useWords, WordsContext } from "../words/words.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Notice, Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { tableTitle } from "./preparedWorkshop.ts";
import { problemSentence } from "./problemSentence.ts";
import { boardAddress, prepareAddress, roomAddress, route } from "./routes.ts";
import { saveStoredCopy } from "./saveCopy.ts";
import { makeTableBoard, templateOfTables } from "./tableBoards.ts";
import { useDeliveredTables } from "./useDeliveredTables.ts";
import { useLiveWorkshop } from "./useLiveWorkshop.ts";
import { useOwnTerms } from "./useOwnTerms.ts";
import { runsIt } from "./WorkshopEnd.tsx";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly sections: readonly PrepareSection[];
  readonly workshop: string;
  readonly section: string | undefined;
}

export function PrepareRoute({ workshop, ...page }: Props) {
  const { device } = page;
  const words = useWords().app;
  const [known, setKnown] = useState<KnownWorkshop | null>();
  useEffect(() => {
    const find = async () => setKnown((await device.workshops()).find(({ id }) => id === workshop) ?? null);
    void find();
  }, [device, workshop]);
  if (known === undefined) return <Waiting />;
  if (known === null) return <Notice title={words.unknownBoard.title} text={words.unknownBoard.text} />;
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

function LivePage({
  device,
  as,
  sections,
  section,
  known,
  onKnown,
  live,
}: OpenProps & { readonly live: LiveWorkshop }) {
  const words = useOwnTerms(live.plan);
  const [made, setMade] = useState(0);
  useDeliveredTables(as, known, live.plan, made);
  const [hasRelayMoved, setRelayMoved] = useState(false);
  const entered = useStore(live.entered);
  useEffect(() => {
    if (!entered) return;
    onKnown(entered);
    device.remember(entered).catch((error: unknown) => console.warn("The seat was not kept", error));
  }, [entered, device, onKnown]);
  const frame = useMemo<PrepareFrame>(
    () => ({
      home: () => route.go("#/"),
      openBoard: (group) => route.go(boardAddress(known.id, group)),
      openRoom: () => route.go(roomAddress(known.id)),
      firstBoard: known.group,
      addressOf: (section) => prepareAddress(known.id, section),
      show: (section) => route.replace(prepareAddress(known.id, section)),
      async makeBoard(group, table) {
        const view = live.plan.view.get();
        const title = tableTitle(view.brief.title || known.title, table);
        try {
          await makeTableBoard(as, live.by, { workshop: known.id, group, title, template: templateOfTables(view) });
        } catch (error) {
          throw new Error(problemSentence(error, words), { cause: error });
        }
        setMade((count) => count + 1);
      },
      title: known.title || words.files.untitled,
      runsIt: runsIt(known),
    }),
    [as, live, known, words],
  );
  const follow = async (origin: string) => {
    const moved = await device.move(known.id, origin);
    onKnown(moved);
    live.connect(moved);
  };
  const save = () => {
    saveStoredCopy(known).catch((error: unknown) => console.error("The copy could not be saved", error));
  };
  return (
    <WordsContext value={words}>
      <ErrorBoundary onCopy={save}>
        <PreparePage
          live={live}
          frame={frame}
          sections={sections}
          section={section}
          state={
            <SaveState
              live={live}
              writing={frame.runsIt ? "open" : "reader"}
              isShared={known.relay !== undefined}
              onCopy={save}
              onRelayMoved={() => setRelayMoved(true)}
            />
          }
        />
        {hasRelayMoved ? (
          <RelayMovedDialog
            before={known.relay ?? ""}
            waiting={live.status.get().waiting}
            follow={follow}
            onFollowed={() => setRelayMoved(false)}
            onClose={() => setRelayMoved(false)}
          />
        ) : null}
      </ErrorBoundary>
    </WordsContext>
  );
}
