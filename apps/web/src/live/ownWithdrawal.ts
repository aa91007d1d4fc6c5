/** How far this person's own withdrawal is, as it is told to them. */
import type { PlanView } from "@sameside/model";
import { parseRoom, type RoomKind } from "@sameside/protocol";

/** A document of the workshop, as the person knows it. */
export interface Where {
  readonly kind: RoomKind;
  /** The table whose map it is; "" where the plan has no name for it. */
  readonly table: string;
  /** It is the one that this page shows. */
  readonly isThis: boolean;
}

/** How far this person's own withdrawal is. */
export interface OwnWithdrawal {
  /** Milliseconds since 1970; absent when nothing was withdrawn. */
  readonly time?: number;
  /** On this device nothing of it is left but in these: until this device has a connection … */
  readonly hereUntilConnected: readonly Where[];
  /** … and until who runs the workshop has emptied them. */
  readonly hereUntilEmptied: readonly Where[];
  /** Documents that this device has emptied at the relay, which has written its stored bytes anew since. */
  readonly goneAtRelay: readonly Where[];
  /** Documents that this device empties at the relay when it has a connection. */
  readonly relayUntilConnected: readonly Where[];
  /** Who runs the workshop has emptied every document at the relay, out of its stored bytes too. */
  readonly isCarriedOut: boolean;
}

export const NOT_WITHDRAWN: OwnWithdrawal = {
  hereUntilConnected: [],
  hereUntilEmptied: [],
  goneAtRelay: [],
  relayUntilConnected: [],
  isCarriedOut: false,
};

/** `shown`: the room that the page shows. `undefined` for what is no room. */
export function whereOf(room: string, shown: string, plan: PlanView | undefined): Where | undefined {
  const address = parseRoom(room);
  if (!address) return undefined;
  const table = address.kind === "board" ? (plan?.groups.find(({ id }) => id === address.group)?.name ?? "") : "";
  return { kind: address.kind, table, isThis: room === shown };
}
