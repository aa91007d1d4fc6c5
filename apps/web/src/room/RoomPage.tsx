/** The page of who runs the day: the agenda, all tables at a glance, and what the tables have found so far. */

import type { FindingsView } from "@sameside/model";
import { ArrowLeft, ClipboardList, Eye, EyeOff, Megaphone, ShieldCheck } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveTable } from "../live/liveTable.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useNames } from "../live/people.ts";
import { openValue, type Store, useStore } from "../live/store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { KeysDialog } from "../ui/KeysDialog.tsx";
import { useHelpKey, useSafeKey } from "../ui/pageKeys.ts";
import { recall, remember } from "../ui/remembered.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { Contradictions } from "./Contradictions.tsx";
import type { RoomFrame } from "./frame.ts";
import { LeftBehind } from "./LeftBehind.tsx";
import { MessageDialog } from "./MessageDialog.tsx";
import { Messages } from "./Messages.tsx";
import { Moments } from "./Moments.tsx";
import { NeedsMe } from "./NeedsMe.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { Rights } from "./Rights.tsx";
import type { RoomSlots } from "./slots.ts";
import { TableCard } from "./TableCard.tsx";
import { Unowned } from "./Unowned.tsx";
import { useTables } from "./useTables.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly tables: readonly LiveTable[];
  /** What the workshop has found; `undefined` until it is read from the disk. */
  readonly findings: Store<FindingsView> | undefined;
  readonly frame: RoomFrame;
  readonly slots: RoomSlots;
}

const NOTHING_FOUND = openValue<Pick<FindingsView, "nextSteps">>({ nextSteps: [] });
const SAFE_KEY = "room.safe-to-show";

export function RoomPage({ live, tables: opened, findings, frame, slots }: Props) {
  const words = useWords();
  const say = words.room;
  const plan = useStore(live.plan.view);
  const step = useStore(live.status).step;
  const tables = useTables(live, opened, plan);
  const { nextSteps } = useStore<Pick<FindingsView, "nextSteps">>(findings ?? NOTHING_FOUND);
  // A laptop is usually mirrored to the projector: what is not for all is shown only when somebody asks for it.
  const [isSafe, setSafe] = useState(recall(SAFE_KEY) !== "no");
  const [isAgendaOpen, setAgendaOpen] = useState(false);
  const [isSaying, setSaying] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const toggleSafe = () => {
    remember(SAFE_KEY, isSafe ? "no" : "yes");
    setSafe(!isSafe);
  };
  useSafeKey(toggleSafe);
  useHelpKey(() => setShowsKeys(true));
  const names = useNames(live);
  const { toasts, tell, close } = useToasts();
  const nameOf = (person: string) => names.get(person) || words.board.noName;
  const title = plan.brief.title || frame.title;
  useEffect(() => {
    document.title = say.documentTitle(title);
  }, [say, title]);
  const here = new Set(tables.flatMap(({ facts }) => facts.here));

  return (
    <div className="room">
      <header className="room-head">
        <IconButton label={words.app.back} icon={<ArrowLeft size={19} aria-hidden />} onPress={frame.home} />
        <h1>{title}</h1>
        <span className="room-facts">{say.facts(tables.length, here.size)}</span>
        <span className="room-spring" />
        <Button
          icon={isSafe ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          aria-pressed={isSafe}
          aria-keyshortcuts={say.keys.safe}
          onPress={toggleSafe}
        >
          {isSafe ? say.safe.on : say.safe.off}
          <kbd className="room-key" aria-hidden>
            {say.keys.safe}
          </kbd>
        </Button>
        <Button
          icon={<Megaphone size={16} aria-hidden />}
          isDisabled={tables.length === 0}
          onPress={() => setSaying(true)}
        >
          {say.messages.action}
        </Button>
        <Button icon={<ClipboardList size={16} aria-hidden />} onPress={frame.prepare}>
          {say.prepare}
        </Button>
      </header>
      <slots.Step
        {...{ live, nameOf, isSafe, tell }}
        plan={live.plan}
        isAgendaOpen={isAgendaOpen}
        onAgenda={() => setAgendaOpen(true)}
        onClose={() => setAgendaOpen(false)}
      />
      <div className="room-body">
        <div className="room-day">
          <slots.Agenda live={live} plan={live.plan} />
        </div>
        <main className="room-main">
          {frame.isShared ? null : <p className="room-line">{say.alone}</p>}
          {step ? (
            <p className="room-line">
              <ShieldCheck size={16} aria-hidden />
              <Rights rights={step.rights} />
            </p>
          ) : null}
          <NeedsMe tables={tables} isSafe={isSafe} onOpen={frame.openBoard} />
          <LeftBehind {...{ live, tables, nameOf, isSafe }} onOpen={frame.openBoard} />
          <h2 className="ui-only-heard">{say.tables}</h2>
          <ul className="room-tables">
            {tables.map((table) => (
              <li key={table.group}>
                <TableCard table={table} isSafe={isSafe} nameOf={nameOf} onOpen={() => frame.openBoard(table.group)} />
              </li>
            ))}
          </ul>
          <div className="room-panels">
            <Messages live={live} messages={plan.messages} tables={tables} />
            <slots.Balance {...{ live, tables, isSafe, nameOf, tell }} />
            <slots.Commitments {...{ live, plan, isSafe, nameOf }} />
            <Contradictions tables={tables} isSafe={isSafe} />
            <NextSteps {...{ nextSteps, tables }} />
            <Moments tables={tables} />
            <Unowned {...{ tables, plan }} />
          </div>
        </main>
      </div>
      {showsKeys ? (
        <KeysDialog {...say.keysDialog} closeLabel={words.app.close} onClose={() => setShowsKeys(false)} />
      ) : null}
      {isSaying ? <MessageDialog live={live} tables={tables} onClose={() => setSaying(false)} /> : null}
      <ToastList label={words.app.messages} closeLabel={words.app.close} toasts={toasts} onClose={close} />
    </div>
  );
}
