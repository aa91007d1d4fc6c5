/**
 * Carries withdrawals out in one document that is not the page's own: fetched where that is needed and possible, emptied,
 * and written anew on this device.
 */
import { type Actor, openHistory, stateOf, type Withdrawal } from "@sameside/model";
import { parseRoom, type RoomKind, rightIn, type StepRights } from "@sameside/protocol";
import {
  keepBeside,
  keptBeside,
  type Link,
  openAside,
  openReplica,
  openVersions,
  type Replica,
  scrubRoom,
  setAsideWaiting,
  storedRoom,
  takeInAsOthers,
} from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import type { Place } from "./ownPlace.ts";
import { type AnyDocument, WITHDRAWN_KINDS, type WithdrawnKind } from "./withdrawnKinds.ts";

export interface RoomParts {
  readonly as: AsDocuments;
  readonly by: Actor;
  readonly seat: Place;
  readonly step: StepRights | undefined;
  /** The way to the relay; `undefined` while the workshop is on this device only. */
  readonly link: Link | undefined;
  /** A relay can be reached at the moment. */
  readonly isOnline: boolean;
  /** Who leads has emptied the document at the relay: what is fetched from there now is empty. */
  readonly isCarriedOut: (withdrawal: Withdrawal) => boolean;
  readonly takeOut: (file: string) => Promise<void>;
  /** The page goes: nothing is waited for any more. */
  readonly ending: AbortSignal;
}

/** How far it is; each is said only where this device knows it. */
export interface RoomProgress {
  /** Nothing of it is left in what this device stores of the document. */
  readonly here: boolean;
  /** The relay has the document without it. */
  readonly relay: boolean;
}

/** How long it waits for the relay (ms); what is not done then is tried again. */
const PATIENCE_MS = 8_000;

/** What the person may do there by their seat, and in this step. Alone, everything. */
export function rightsIn(room: string, { seat, step, link }: Pick<RoomParts, "seat" | "step" | "link">) {
  const address = parseRoom(room);
  if (!link || !address) return { everReads: true, writes: true };
  return { everReads: rightIn(seat, address) !== "none", writes: rightIn(seat, address, step) === "write" };
}

/** Twenty devices would write the same twenty times: who withdraws empties it, or who runs the workshop. */
function mayEmpty({ by }: Pick<RoomParts, "by">, { person }: Withdrawal): boolean {
  return person === by.person || by.role === "facilitator";
}

/** Rejects when this device's disk fails. */
export function carryOutIn(parts: RoomParts, room: string, withdrawals: readonly Withdrawal[]): Promise<RoomProgress> {
  const kind: RoomKind | undefined = parseRoom(room)?.kind;
  switch (kind) {
    case "board":
      return carryOut(WITHDRAWN_KINDS.board, parts, room, withdrawals);
    case "plan":
      return carryOut(WITHDRAWN_KINDS.plan, parts, room, withdrawals);
    case "questions":
      return carryOut(WITHDRAWN_KINDS.questions, parts, room, withdrawals);
    case "findings":
      return carryOut(WITHDRAWN_KINDS.findings, parts, room, withdrawals);
    case undefined:
      return Promise.resolve({ here: true, relay: true });
  }
}

async function carryOut<D extends AnyDocument, V>(
  kind: WithdrawnKind<D, V>,
  parts: RoomParts,
  room: string,
  withdrawals: readonly Withdrawal[],
): Promise<RoomProgress> {
  const { by, link } = parts;
  if (withdrawals.some(({ person }) => person === by.person)) await forgetAside(room);
  await forgetInVersions(kind, by, room, withdrawals);
  const { everReads, writes } = rightsIn(room, parts);
  if (!everReads) return emptyAsOthers(kind, parts, room, withdrawals);
  const stored = await storedRoom(room);
  const document = stored && kind.fromState(stored);
  const held = document === undefined ? [] : withdrawals.filter((each) => kind.holds(document, each));
  const empties = writes && withdrawals.some((each) => mayEmpty(parts, each));
  const isFetched = held.length > 0 && link !== undefined && held.every(parts.isCarriedOut);
  // Who empties looks at the relay's copy in any case: it may have what this device has not.
  if (empties || isFetched) return visit(kind, parts, room, withdrawals);
  if (held.length > 0) return { here: false, relay: false };
  return { here: document === undefined || (await writeAnew(kind, by, room, document)), relay: false };
}

/** Opens it as one more device would, so that it neither waits for another tab nor keeps one waiting. */
async function visit<D extends AnyDocument, V>(
  kind: WithdrawnKind<D, V>,
  parts: RoomParts,
  room: string,
  withdrawals: readonly Withdrawal[],
): Promise<RoomProgress> {
  const { by, link, isOnline } = parts;
  const replica = await openReplica<D, V>({
    room,
    asDocument: kind.asDocument(parts.as),
    project: kind.read,
    tabs: null,
    ...(link && isOnline && { open: link }),
  });
  const { doc } = replica;
  let atRelay = false;
  let here = false;
  let view: V;
  try {
    const { writes } = rightsIn(room, parts);
    if (link && isOnline && (await isCaughtUp(replica, parts.ending))) {
      if (writes) await emptyIn(kind, parts, doc, withdrawals);
      atRelay =
        writes && (await isDelivered(replica, parts.ending)) && !withdrawals.some((each) => kind.holds(doc, each));
    } else if (writes) await emptyIn(kind, parts, doc, withdrawals);
    await replica.folded();
    here = !withdrawals.some((each) => kind.holds(doc, each));
    view = kind.read(doc);
    await forgetInHistory(by, room, doc);
  } finally {
    await replica.close();
  }
  return { here: here && (await scrubRoom(room, view)), relay: atRelay };
}

/** Where the person has no way any more nothing of it can go out: it is emptied here as if another device had done it. */
async function emptyAsOthers<D extends AnyDocument, V>(
  kind: WithdrawnKind<D, V>,
  parts: RoomParts,
  room: string,
  withdrawals: readonly Withdrawal[],
): Promise<RoomProgress> {
  const isOwn = withdrawals.some(({ person }) => person === parts.by.person);
  if (isOwn) {
    await setAsideWaiting(room);
    await forgetAside(room);
  }
  const stored = await storedRoom(room);
  if (!stored) return { here: true, relay: false };
  const document = kind.fromState(stored);
  const own = withdrawals.filter(({ person }) => person === parts.by.person);
  for (const each of own) await takeOutFiles(kind, parts, document, each);
  const outcomes = withdrawals.map((each) => kind.empty(document, parts.by, each).outcome);
  if (outcomes.includes("done")) await takeInAsOthers(room, stateOf(document));
  const isEmptied = !withdrawals.some((each) => kind.holds(document, each));
  return { here: isEmptied && (await writeAnew(kind, parts.by, room, document)), relay: false };
}

async function emptyIn<D extends AnyDocument, V>(
  kind: WithdrawnKind<D, V>,
  parts: RoomParts,
  document: D,
  withdrawals: readonly Withdrawal[],
): Promise<void> {
  for (const each of withdrawals.filter((it) => mayEmpty(parts, it))) {
    await takeOutFiles(kind, parts, document, each);
    kind.empty(document, parts.by, each);
  }
}

async function takeOutFiles<D extends AnyDocument>(
  kind: WithdrawnKind<D>,
  { by, takeOut }: Pick<RoomParts, "by" | "takeOut">,
  document: D,
  withdrawal: Withdrawal,
): Promise<void> {
  for (const file of kind.files(document, withdrawal)) {
    await takeOut(file);
    kind.dropFile(document, by, file);
  }
}

async function writeAnew<D extends AnyDocument, V>(
  kind: WithdrawnKind<D, V>,
  by: Actor,
  room: string,
  document: D,
): Promise<boolean> {
  await forgetInHistory(by, room, document);
  return scrubRoom(room, kind.read(document));
}

/** What this person could undo there. */
async function forgetInHistory(by: Actor, room: string, document: AnyDocument): Promise<void> {
  const kept = await keptBeside(room);
  if (kept === undefined) return;
  const history = openHistory(document, by, kept);
  history.forgetWithdrawn();
  await keepBeside(room, history.state());
}

/** What the relay never took was said, too, and is on this device alone. */
export async function forgetAside(room: string): Promise<void> {
  const aside = openAside(room);
  try {
    await aside.settled();
    for (const what of aside.all()) await aside.drop(what);
  } finally {
    aside.close();
  }
}

/** A version may be of another program, or hold nothing of it. */
export async function forgetInVersions<D extends AnyDocument>(
  kind: WithdrawnKind<D>,
  by: Actor,
  room: string,
  withdrawals: readonly Withdrawal[],
): Promise<void> {
  await openVersions().rewrite(room, (state) => {
    const version = kind.fromState(state);
    const outcomes = withdrawals.map((each) => kind.empty(version, by, each).outcome);
    return outcomes.includes("done") ? stateOf(version) : state;
  });
}

function isCaughtUp(
  replica: Pick<Replica<never, never>, "status" | "subscribe">,
  ending: AbortSignal,
): Promise<boolean> {
  return inTime(ending, (resolve) => {
    const look = () => {
      const { caughtUp, wire } = replica.status();
      if (caughtUp || wire === "refused") resolve(caughtUp);
    };
    look();
    return replica.subscribe(look);
  });
}

function isDelivered(replica: Pick<Replica<never, never>, "delivered">, ending: AbortSignal): Promise<boolean> {
  return inTime(ending, (resolve) => {
    replica.delivered().then(
      () => resolve(true),
      () => resolve(false),
    );
    return () => {};
  });
}

/** What `begin` resolves with; `false` when it takes too long, or the page goes. `begin` returns how to stop. */
function inTime(ending: AbortSignal, begin: (resolve: (is: boolean) => void) => () => void): Promise<boolean> {
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = () => {};
  const doing = new Promise<boolean>((resolve) => {
    giveUp = () => resolve(false);
    timer = setTimeout(giveUp, PATIENCE_MS);
    ending.addEventListener("abort", giveUp, { once: true });
    if (ending.aborted) giveUp();
    stop = begin(resolve);
  });
  return doing.finally(() => {
    clearTimeout(timer);
    ending.removeEventListener("abort", giveUp);
    stop();
  });
}
