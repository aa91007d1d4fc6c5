/** The page of who prepares a workshop: finds it on this device, opens its plan, and puts it away again. */
import { useMemo, useState } from "react";
import { RelayMovedDialog } from "../board/RelayMovedDialog.tsx";
import { SaveState } from "../board/SaveState.tsx";
import { TroubleLines } from "../board/TroubleLines.tsx";
import type { PrepareFrame } from "../prepare/frame.ts";
import { PreparePage } from "../prepare/PreparePage.tsx";
import type { PrepareSection } from "../prepare/slots.ts";
import { useWords } from "../words/words.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { tableTitle } from "./preparedWorkshop.ts";
import { problemSentence } from "./problemSentence.ts";
import { boardAddress, prepareAddress, roomAddress, route } from "./routes.ts";
import { savePlanCopy } from "./saveCopy.ts";
import { makeTableBoard, templateOfTables } from "./tableBoards.ts";
import { useDeliveredTables } from "./useDeliveredTables.ts";
import { useTableTitles } from "./useTableTitles.ts";
import { runsIt } from "./WorkshopEnd.tsx";
import { type OpenedWorkshop, WorkshopPage, type WorkshopParts } from "./WorkshopPage.tsx";

interface Props extends WorkshopParts {
  readonly sections: readonly PrepareSection[];
  readonly workshop: string;
  readonly section: string | undefined;
}

export function PrepareRoute({ device, boards, as, workshop, ...page }: Props) {
  const parts = { device, boards, as };
  return (
    <WorkshopPage parts={parts} workshop={workshop} unknown={useWords().app.unknownBoard}>
      {(opened) => <LivePage {...parts} {...page} {...opened} />}
    </WorkshopPage>
  );
}

function LivePage({ device, as, sections, section, known, onKnown, live }: Omit<Props, "workshop"> & OpenedWorkshop) {
  const words = useWords();
  const [made, setMade] = useState(0);
  useDeliveredTables(as, known, live.plan, made);
  useTableTitles(as, known, live);
  const [hasRelayMoved, setRelayMoved] = useState(false);
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
          const ofTables = { workshop: known.id, template: templateOfTables(view), words: view.words };
          await makeTableBoard(as, live.by, { ...ofTables, group, title });
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
    savePlanCopy(live, known).catch((error: unknown) => console.error("The copy could not be saved", error));
  };
  return (
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
            onRelayMoved={() => setRelayMoved(true)}
          />
        }
        trouble={<TroubleLines live={live} onCopy={save} />}
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
  );
}
