/** A workshop's plan, open beside a board: whether the workshop is over, and until when its words are kept. */
import {
  type Actor,
  type BriefFields,
  type BriefView,
  describeBrief,
  type Outcome,
  openPlanReader,
  type PlanDocument,
  type PlanView,
  readPlan,
} from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { type KnownWorkshop, openReplica, type ReplicaStatus } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { linkOf } from "./liveBoard.ts";
import type { Store } from "./store.ts";

export interface LivePlan {
  readonly view: Store<PlanView>;
  readonly status: Store<ReplicaStatus>;
  /** Changes what the brief says, as `by`. */
  describeBrief(by: Actor, fields: BriefFields): Outcome;
  /** The workshop was shared, or its seat is another one. */
  connect(known: KnownWorkshop): void;
  close(): Promise<void>;
}

/** Opens the plan from this device's disk, and connects when the workshop was shared. */
export async function openLivePlan(known: KnownWorkshop, asPlan: AsDocuments["plan"]): Promise<LivePlan> {
  const link = linkOf(known);
  const replica = await openReplica<PlanDocument, PlanView>({
    room: planRoom(known.id),
    asDocument: asPlan,
    project: readPlan,
    ...(link ? { open: link } : {}),
  });
  const reader = openPlanReader(replica.doc);
  return {
    view: { get: () => reader.view(), subscribe: (hear) => reader.subscribe(hear) },
    status: { get: () => replica.status(), subscribe: (hear) => replica.subscribe(hear) },
    describeBrief(by, fields) {
      const outcome = describeBrief(replica.doc, by, fields);
      replica.endGesture();
      return outcome;
    },
    connect(shared) {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    async close() {
      reader.close();
      await replica.close();
    },
  };
}

/** Why a workshop is over. */
export type Over = "closed" | "expired";

/** `undefined` while it goes on. `today`: YYYY-MM-DD; on the last day its words are kept still. */
export function whyOver({ closedOn, keepUntil }: BriefView, today: string): Over | undefined {
  if (closedOn !== "") return "closed";
  return keepUntil !== "" && keepUntil < today ? "expired" : undefined;
}

/** The day of a time (milliseconds since 1970) where this device is, as YYYY-MM-DD. */
export function dayOf(time: number): string {
  const at = new Date(time);
  const part = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${part(at.getMonth() + 1)}-${part(at.getDate())}`;
}

/**
 * `true` where the copy stays when the workshop is over: who runs it keeps it, and a copy that no relay has is the only
 * one there is.
 */
export function keepsWhenOver({ secret, relay, seat }: KnownWorkshop): boolean {
  return secret !== undefined || relay === undefined || seat === undefined || seat.role === "facilitator";
}
