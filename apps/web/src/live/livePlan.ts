/** A workshop's plan, open beside a board or alone; whether the workshop is over, and until when its words are kept. */
import { type BriefView, openPlanReader, type PlanDocument, type PlanView, readPlan } from "@sameside/model";
import { planRoom, type Step } from "@sameside/protocol";
import { type Answers, type KnownWorkshop, type Link, openReplica, type ReplicaStatus } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { linkOf } from "./ownPlace.ts";
import type { Store } from "./store.ts";

export interface LivePlan {
  readonly plan: PlanDocument;
  readonly view: Store<PlanView>;
  readonly status: Store<ReplicaStatus>;
  /** A gesture has ended (a field that was left, a drop): what it wrote is made safe against a power cut. */
  endGesture(): void;
  /** Takes the workshop on to another step. Rejects for who may not, without a connection, and when another was faster. */
  setStep(next: Omit<Step, "n">): Promise<void>;
  /** The workshop was shared, or its seat is another one. */
  connect(known: KnownWorkshop): void;
  /** As `connect`, where the link is known already. */
  open(link: Link): void;
  /** Everything written so far is on this device's disk. */
  saved(): Promise<void>;
  /** As `saved`, and its log is folded. */
  folded(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the plan from this device's disk, and connects when the workshop was shared. With `answers` these come and go
 * over its connection: for a page that has no board open.
 */
export async function openLivePlan(
  known: KnownWorkshop,
  asPlan: AsDocuments["plan"],
  answers?: Answers,
): Promise<LivePlan> {
  const link = linkOf(known);
  const replica = await openReplica<PlanDocument, PlanView>({
    room: planRoom(known.id),
    asDocument: asPlan,
    project: readPlan,
    ...(answers && { answers }),
    ...(link && { open: link }),
  });
  const reader = openPlanReader(replica.doc);
  return {
    plan: replica.doc,
    view: { get: () => reader.view(), subscribe: (hear) => reader.subscribe(hear) },
    status: { get: () => replica.status(), subscribe: (hear) => replica.subscribe(hear) },
    endGesture: replica.endGesture,
    setStep: (next) => replica.setStep(next),
    connect(shared) {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    open: replica.connect,
    saved: () => replica.saved(),
    folded: () => replica.folded(),
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
