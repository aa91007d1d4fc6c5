/**
 * What stands before a board until its person has agreed that their words are kept: the second screen of joining. Who
 * agreed before, here or on another device of theirs, is not asked.
 */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { ConsentScreen } from "../join/ConsentScreen.tsx";
import { asksConsent, consentRows, hasAgreed } from "../join/consent.ts";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveWorkshop, openLiveWorkshop } from "../live/liveWorkshop.ts";
import { useNames } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { readAnswers } from "../live/topicRows.ts";
import { WordsContext } from "../words/words.ts";
import { Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { route } from "./routes.ts";
import { useOwnTerms } from "./useOwnTerms.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly known: KnownWorkshop;
  readonly children: ReactNode;
}

type State = "looking" | "leaving" | "open" | LiveWorkshop;

/** How long it waits for what the relay has (the plan, and a consent given on another device), in ms. */
const PATIENCE_MS = 4_000;

export function ConsentGate({ device, boards, as, known, children }: Props) {
  const [state, setState] = useState<State>(() => (known.seat && asksConsent(known.seat.role) ? "looking" : "open"));
  const look = useEffectEvent(async (): Promise<State> => {
    const person = known.seat?.person ?? device.person;
    const isAgreed = await readAnswers(known.id, (rows) => hasAgreed(rows("consent"), person));
    return isAgreed ? "open" : openLiveWorkshop({ device, known, as });
  });
  useEffect(() => {
    if (state === "looking") {
      let isGone = false;
      const looking = look();
      looking.then(
        (found) => !isGone && setState(found),
        (error: unknown) => {
          console.warn("What was agreed to could not be read", error);
          if (!isGone) setState("open");
        },
      );
      return () => {
        isGone = true;
      };
    }
    // The board opens the same documents: they are put away before.
    if (state === "leaving") void boards.settled().then(() => setState("open"));
    return typeof state === "object" ? () => boards.puttingAway(state.close()) : undefined;
  }, [state, boards]);
  if (state === "open") return children;
  return typeof state === "object" ? <Asking live={state} onAgreed={() => setState("leaving")} /> : <Waiting />;
}

interface AskingProps {
  readonly live: LiveWorkshop;
  readonly onAgreed: () => void;
}

function Asking({ live, onAgreed }: AskingProps) {
  const words = useOwnTerms(live.plan);
  const plan = useStore(live.plan.view);
  const names = useNames(live);
  const { person } = useStore(live.seat);
  const isAgreed = hasAgreed(useStore(live.rows("consent")), person);
  const isTold = useTold(live, person);
  const agreed = useEffectEvent(onAgreed);
  useEffect(() => {
    if (isAgreed) agreed();
  }, [isAgreed]);
  if (isAgreed || !isTold) return <Waiting />;
  return (
    <WordsContext value={words}>
      <ConsentScreen
        plan={plan}
        names={names}
        onDone={async (choice) => {
          for (const row of consentRows(choice, person, plan.brief.keepUntil)) await live.answer(row);
        }}
        onLeave={() => route.go("#/")}
      />
    </WordsContext>
  );
}

/** The relay has told what it has, which begins with the name that was said when joining; or it does not answer. */
function useTold({ rows, status }: LiveWorkshop, person: string): boolean {
  const hasName = useStore(rows("name")).some((row) => row.person === person);
  const isOnline = useStore(status).wire === "online";
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return !isPatient || (isOnline && hasName);
}
