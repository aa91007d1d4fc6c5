/**
 * What stands before a board of several for who came by an invite that names none: at which table they sit. Who has a
 * table, or was taken from one, is not asked.
 */
import { NO_TABLE } from "@sameside/protocol";
import type { Device, KnownWorkshop } from "@sameside/replica";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { relaySentence } from "../board/relaySentence.ts";
import { TableScreen } from "../join/TableScreen.tsx";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveWorkshop, openLiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import { mayChooseTable, sitAt } from "../live/tableChoice.ts";
import { WordsContext } from "../words/words.ts";
import { Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { boardAddress, route } from "./routes.ts";
import { useOwnTerms } from "./useOwnTerms.ts";

interface Props {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
  readonly known: KnownWorkshop;
  readonly onSeated: (known: KnownWorkshop) => void;
  readonly children: ReactNode;
}

/** `leavesAs`: what was open is put away, and then the board is that of this seat. */
type State = "looking" | "open" | { readonly asks: LiveWorkshop } | { readonly leavesAs: KnownWorkshop };

export function TableGate({ device, boards, as, known, onSeated, children }: Props) {
  const [state, setState] = useState<State>(() => (known.seat?.table === NO_TABLE ? "looking" : "open"));
  const look = useEffectEvent(async (): Promise<State> => {
    if (!(await mayChooseTable(known))) return "open";
    // The screen before has the same documents open.
    await boards.settled();
    return { asks: await openLiveWorkshop({ device, known, as }) };
  });
  const leave = useEffectEvent(async (seated: KnownWorkshop) => {
    await boards.settled();
    if (seated !== known) {
      // Not kept: the relay says it again.
      await device.remember(seated).catch((error: unknown) => console.warn("The table was not kept", error));
      onSeated(seated);
      route.replace(boardAddress(seated.id, seated.group));
    }
    setState("open");
  });
  useEffect(() => {
    if (state === "open") return undefined;
    if (state === "looking") {
      let isGone = false;
      look().then(
        (found) => {
          if (!isGone) setState(found);
          else if (typeof found === "object" && "asks" in found) boards.puttingAway(found.asks.close());
        },
        (error: unknown) => {
          console.warn("The relay did not say where this person sits", error);
          if (!isGone) setState("open");
        },
      );
      return () => {
        isGone = true;
      };
    }
    if ("asks" in state) return () => boards.puttingAway(state.asks.close());
    void leave(state.leavesAs);
    return undefined;
  }, [state, boards]);
  /** Once: the relay tells where they sit, too, when they have said it themselves. */
  const leaveAs = (leavesAs: KnownWorkshop) =>
    setState((now) => (typeof now === "object" && "asks" in now ? { leavesAs } : now));
  if (state === "open") return children;
  return typeof state === "object" && "asks" in state ? (
    <Asking live={state.asks} known={known} onDone={leaveAs} />
  ) : (
    <Waiting />
  );
}

interface AskingProps {
  readonly live: LiveWorkshop;
  readonly known: KnownWorkshop;
  /** The same workshop: nobody has said a table yet, and the board says so. */
  readonly onDone: (known: KnownWorkshop) => void;
}

function Asking({ live, known, onDone }: AskingProps) {
  const words = useOwnTerms(live.plan);
  const { groups, customerTypes } = useStore(live.plan.view);
  const { table } = useStore(live.seat);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    // Somebody who runs the day was faster.
    if (table !== null && table !== NO_TABLE && known.seat)
      done({ ...known, group: table, seat: { ...known.seat, table } });
  }, [table, known]);
  if (groups.length === 0) return <Waiting />;
  const sit = async (group: string) => {
    setBusy(true);
    try {
      onDone(await sitAt(known, group));
    } catch (error) {
      setProblem(relaySentence(error, words));
      setBusy(false);
    }
  };
  return (
    <WordsContext value={words}>
      <TableScreen
        groups={groups}
        types={customerTypes}
        isBusy={isBusy}
        problem={problem}
        onSit={(group) => void sit(group)}
        onWait={() => onDone(known)}
      />
    </WordsContext>
  );
}
