/** The composition root: opens the device, chooses the page by the address, and hands the features to each other. */
import { asBoardDocument } from "@sameside/model";
import { type Device, openDevice } from "@sameside/replica";
import { useEffect, useMemo, useState } from "react";
import { BoardRoute } from "./app/BoardRoute.tsx";
import { ErrorBoundary } from "./app/ErrorBoundary.tsx";
import { HomeRoute } from "./app/HomeRoute.tsx";
import { JoinRoute } from "./app/JoinRoute.tsx";
import { NewVersionLine } from "./app/NewVersionLine.tsx";
import { Notice, Waiting } from "./app/Notice.tsx";
import { openBoards } from "./app/openBoards.ts";
import { readRoute, route } from "./app/routes.ts";
import { BOARD_SLOTS } from "./boardSlots.ts";
import { watchForNewVersion } from "./live/newVersion.ts";
import { useStore } from "./live/store.ts";
import { useWords } from "./words/words.ts";

const newVersion = watchForNewVersion();

export function App() {
  const [device, setDevice] = useState<Device | null>(null);
  const [broken, setBroken] = useState<unknown>(null);
  useEffect(() => {
    openDevice().then(setDevice, setBroken);
  }, []);
  if (broken !== null) throw broken;
  return (
    <ErrorBoundary>
      {device ? <Pages device={device} /> : <Waiting />}
      <NewVersionLine newVersion={newVersion} />
    </ErrorBoundary>
  );
}

function Pages({ device }: { readonly device: Device }) {
  const words = useWords();
  const hash = useStore(route);
  const here = useMemo(() => readRoute(hash), [hash]);
  const boards = useMemo(() => openBoards(device, asBoardDocument), [device]);
  switch (here.page) {
    case "home":
      return <HomeRoute device={device} boards={boards} />;
    case "board":
      return (
        <BoardRoute
          key={`${here.workshop}/${here.group}`}
          device={device}
          boards={boards}
          slots={BOARD_SLOTS}
          workshop={here.workshop}
          group={here.group}
        />
      );
    case "join":
      return <JoinRoute key={here.code} device={device} invite={here} />;
    case "wrong-link":
      return <Notice title={words.app.join.title} text={words.app.join.wrongLink} />;
  }
}
