/** The composition root: opens the device, chooses the page by the address, and hands the features to each other. */
import { asBoardDocument, asFindingsDocument, asPlanDocument, asQuestionsDocument } from "@sameside/model";
import { type Device, openDevice } from "@sameside/replica";
import { useEffect, useMemo, useState } from "react";
import { BeforeRoute } from "./app/BeforeRoute.tsx";
import { BoardRoute } from "./app/BoardRoute.tsx";
import { CheckRoute } from "./app/CheckRoute.tsx";
import { ErrorBoundary } from "./app/ErrorBoundary.tsx";
import { HomeRoute } from "./app/HomeRoute.tsx";
import { JoinRoute } from "./app/JoinRoute.tsx";
import { LaptopRoute } from "./app/LaptopRoute.tsx";
import { NewVersionLine } from "./app/NewVersionLine.tsx";
import { Notice, Waiting } from "./app/Notice.tsx";
import { OverRoute } from "./app/OverRoute.tsx";
import { type Boards, openBoards } from "./app/openBoards.ts";
import { PrepareRoute } from "./app/PrepareRoute.tsx";
import { RoomRoute } from "./app/RoomRoute.tsx";
import { readRoute, route } from "./app/routes.ts";
import { BOARD_SLOTS } from "./boardSlots.ts";
import type { AsDocuments } from "./live/documents.ts";
import { watchForNewVersion } from "./live/newVersion.ts";
import { useStore } from "./live/store.ts";
import { privateNotes } from "./notes.ts";
import { PREPARE_SECTIONS } from "./prepareSlots.ts";
import { ROOM_SLOTS } from "./roomSlots.ts";
import { useWords } from "./words/words.ts";

const newVersion = watchForNewVersion();
const AS: AsDocuments = {
  board: asBoardDocument,
  plan: asPlanDocument,
  questions: asQuestionsDocument,
  findings: asFindingsDocument,
};

interface Opened {
  readonly device: Device;
  readonly boards: Boards;
}

export function App() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [broken, setBroken] = useState<unknown>(null);
  useEffect(() => {
    openDevice().then((device) => setOpened({ device, boards: openBoards(device, AS) }), setBroken);
  }, []);
  if (broken !== null) throw broken;
  return (
    <ErrorBoundary>
      {opened ? <Pages {...opened} /> : <Waiting />}
      <NewVersionLine newVersion={newVersion} saved={async () => opened?.boards.saved()} />
    </ErrorBoundary>
  );
}

function Pages({ device, boards }: Opened) {
  const words = useWords();
  const hash = useStore(route);
  const here = useMemo(() => readRoute(hash), [hash]);
  switch (here.page) {
    case "home":
      return <HomeRoute device={device} boards={boards} as={AS} notes={privateNotes} />;
    case "laptop":
      return <LaptopRoute device={device} boards={boards} as={AS} notes={privateNotes} />;
    case "over":
      return (
        <OverRoute key={here.workshop} device={device} boards={boards} notes={privateNotes} workshop={here.workshop} />
      );
    case "board":
      return (
        <BoardRoute
          key={`${here.workshop}/${here.group}`}
          device={device}
          boards={boards}
          as={AS}
          notes={privateNotes}
          slots={BOARD_SLOTS}
          workshop={here.workshop}
          group={here.group}
        />
      );
    case "before":
      return <BeforeRoute key={here.workshop} device={device} boards={boards} as={AS} workshop={here.workshop} />;
    case "check":
      return <CheckRoute key={here.check} check={here.check} workshop={here.workshop} />;
    case "prepare":
      return (
        <PrepareRoute
          key={here.workshop}
          device={device}
          boards={boards}
          as={AS}
          sections={PREPARE_SECTIONS}
          workshop={here.workshop}
          section={here.section}
        />
      );
    case "room":
      return (
        <RoomRoute
          key={here.workshop}
          device={device}
          boards={boards}
          as={AS}
          slots={ROOM_SLOTS}
          workshop={here.workshop}
        />
      );
    case "join":
      return <JoinRoute key={here.code} device={device} invite={here} />;
    case "wrong-link":
      return <Notice title={words.app.join.title} text={words.app.join.wrongLink} />;
  }
}
