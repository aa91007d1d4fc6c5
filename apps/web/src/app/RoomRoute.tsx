/** The page of who runs the day: the workshop's plan, and every table's board. */
import { useEffect, useMemo } from "react";
import { takeNextSteps } from "../live/nextSteps.ts";
import { useStore } from "../live/store.ts";
import type { RoomFrame } from "../room/frame.ts";
import { RoomPage } from "../room/RoomPage.tsx";
import type { RoomSlots } from "../room/slots.ts";
import { useWords } from "../words/words.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Notice } from "./Notice.tsx";
import { boardAddress, prepareAddress, route } from "./routes.ts";
import { useFindings } from "./useFindings.ts";
import { useLiveTables } from "./useLiveTables.ts";
import { runsIt } from "./WorkshopEnd.tsx";
import { type OpenedWorkshop, WorkshopPage, type WorkshopParts } from "./WorkshopPage.tsx";

interface Props extends WorkshopParts {
  readonly slots: RoomSlots;
  readonly workshop: string;
}

export function RoomRoute({ slots, workshop, ...parts }: Props) {
  const words = useWords();
  return (
    <WorkshopPage parts={parts} workshop={workshop} unknown={words.app.unknownBoard}>
      {(opened) => (runsIt(opened.known) ? <LivePage {...parts} {...opened} slots={slots} /> : <NotYours />)}
    </WorkshopPage>
  );
}

function NotYours() {
  const { title, text } = useWords().room.notYours;
  return <Notice title={title} text={text} />;
}

function LivePage({ boards, as, slots, known, live }: Omit<Props, "workshop"> & OpenedWorkshop) {
  const words = useWords();
  const { groups } = useStore(live.plan.view);
  const ids = useMemo(() => (groups.length > 0 ? groups.map(({ id }) => id) : [known.group]), [groups, known.group]);
  const tables = useLiveTables({ boards, as }, known, ids);
  const findings = useFindings(known, { boards, as }, true);
  useEffect(() => {
    const stops = findings ? tables.map(({ view }) => takeNextSteps(findings, live.by, view)) : [];
    return () => {
      for (const stop of stops) stop();
    };
  }, [findings, tables, live]);
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
    <ErrorBoundary>
      <RoomPage live={live} tables={tables} findings={findings?.view} frame={frame} slots={slots} />
    </ErrorBoundary>
  );
}
