/**
 * Who was moved to another table while they were away had written for the one before, where they may not write any
 * more. It is not left on this device: it goes, as a proposal, to who leads the table that it is for.
 */
import { boardRoom, parseRoom, rightIn } from "@sameside/protocol";
import { openAside, ProposalTooLargeError, type ReplicaStatus, setAsideWaiting, unsentRooms } from "@sameside/replica";
import { useEffect, useEffectEvent } from "react";
import { send } from "../aside/proposalActs.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useReadOff, useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";
import type { Boards } from "./openBoards.ts";

interface Parts {
  readonly boards: Boards;
  /** The board of the table where they sit now. */
  readonly live: LiveBoard;
  readonly plan: LivePlan | undefined;
  readonly tell: (sentence: string) => void;
}

export function useLeftBehind({ boards, live, plan, tell }: Parts): void {
  const { moved } = useWords().app;
  const isOnline = useReadOff(live.status, isConnected);
  const { table } = useStore(live.seat);
  const look = useEffectEvent(async (isGone: () => boolean) => {
    // A board that is being put away still writes.
    await boards.settled();
    for (const room of await unsentRooms(live.workshop)) {
      if (isGone()) return;
      const group = groupOf(room);
      if (group === undefined || mayWrite(live, group)) continue;
      const table = plan?.view.get().groups.find(({ id }) => id === group)?.name || moved.another;
      try {
        const sent = await sendLeft(live, room);
        if (sent > 0) tell(moved.sent(sent, table));
      } catch (error) {
        if (!(error instanceof ProposalTooLargeError)) throw error;
        tell(moved.tooLarge(table));
      }
    }
  });
  useEffect(() => {
    if (!isOnline || !plan || table === null) return;
    let isGone = false;
    look(() => isGone).catch((error: unknown) =>
      console.warn("What was written for another table could not be sent yet", error),
    );
    return () => {
      isGone = true;
    };
  }, [isOnline, plan, table]);
}

function isConnected({ wire }: ReplicaStatus): boolean {
  return wire === "online";
}

/** The table whose board it is; `undefined` for another document. */
function groupOf(room: string): string | undefined {
  const address = parseRoom(room);
  return address?.kind === "board" ? address.group : undefined;
}

/** Whose right ended with a step is at their own table still, and decides there. */
function mayWrite({ seat, step, workshop, room }: LiveBoard, group: string): boolean {
  const { table } = seat.get();
  if (table === null || boardRoom(workshop, group) === room) return true;
  return rightIn(seat.get(), { workshop, kind: "board", group }, step.get()?.rights) === "write";
}

/** Answers how many changes were sent. */
async function sendLeft(live: LiveBoard, room: string): Promise<number> {
  await setAsideWaiting(room);
  const aside = openAside(room);
  try {
    await aside.settled();
    const left = aside.all().filter(({ proposal }) => proposal === undefined);
    for (const what of left) await send({ ...live, room, aside }, what);
    return left.reduce((sum, { changes }) => sum + changes, 0);
  } finally {
    aside.close();
  }
}
