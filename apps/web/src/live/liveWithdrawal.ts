/**
 * Withdrawing what a person said: begun by the person, on a device of theirs, and carried out on every device that hears
 * of it, in every document of the workshop, down to its stored rows.
 */
import {
  type Actor,
  checkAnswer,
  everyGroup,
  type History,
  planFromState,
  readPlan,
  type Withdrawal,
} from "@sameside/model";
import { boardRoom, findingsRoom, parseRoom, planRoom, questionsRoom, WITHDRAWAL } from "@sameside/protocol";
import {
  type Answers,
  type AttachmentPlace,
  callRelay,
  heldRooms,
  type KnownWorkshop,
  keepBeside,
  keptBeside,
  type ReplicaStatus,
  scrubRoom,
  storedRoom,
} from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { linkOf, type Place } from "./ownPlace.ts";
import { NOT_WITHDRAWN, type OwnWithdrawal, whereOf } from "./ownWithdrawal.ts";
import { openValue, type Store } from "./store.ts";
import { type AnyDocument, WITHDRAWN_KINDS, type WithdrawnKind } from "./withdrawnKinds.ts";
import {
  carryOutIn,
  forgetAside,
  forgetInVersions,
  type RoomParts,
  type RoomProgress,
  rightsIn,
} from "./withdrawnRoom.ts";

export interface LiveWithdrawal {
  readonly own: Store<OwnWithdrawal>;
  /** Withdraws all that this person said so far, for good. Rejects when this device cannot store it. */
  withdraw(): Promise<void>;
  close(): Promise<void>;
}

/** The document that the page has open: what comes into it while it is open is looked at, too. */
interface MainDocument<D extends AnyDocument> {
  readonly room: string;
  readonly document: D;
  readonly kind: WithdrawnKind<D>;
  readonly history: History;
  readonly status: Store<ReplicaStatus>;
  readonly view: Store<unknown>;
  /** Everything written so far is on this device's disk, folded. */
  readonly folded: () => Promise<void>;
}

interface Parts<D extends AnyDocument> {
  readonly main: MainDocument<D>;
  readonly as: AsDocuments;
  readonly by: Actor;
  readonly seat: Store<Place>;
  readonly answers: Answers;
  /** Takes a picture or a sound out, here and at the relay. */
  readonly takeOut: (file: string) => Promise<void>;
  readonly place: () => AttachmentPlace | undefined;
  readonly known: () => KnownWorkshop;
}

/** While people type it is not looked at each letter whether words came that were withdrawn (ms). */
const QUIET_MS = 500;
/** When something was not done: another tab was at it, or the relay away (ms). */
const AGAIN_MS = 5_000;
const NOTHING_BEFORE = { items: [] };

/** Follows what is heard of withdrawals, from the moment the page's document is open. */
export async function openLiveWithdrawal<D extends AnyDocument>(parts: Parts<D>): Promise<LiveWithdrawal> {
  const { main, by, answers, seat, place, known, takeOut } = parts;
  const { workshop } = answers;
  const { status } = main;
  const keptAt = `${workshop}.withdrawn`;
  /** What is done: `here/` and `relay/` with a room and a withdrawal, `scrubbed/` with a withdrawal. */
  const finished = new Set(listOf(await keptBeside(keptAt)));
  /** Of these, words came while the page was open. */
  const revived = new Set<string>();
  const own = openValue<OwnWithdrawal>(NOT_WITHDRAWN);
  let following: Promise<void> | undefined;
  let isStale = false;
  let isClosed = false;
  const ending = new AbortController();
  /** Something could be done later without anybody else: in the page's document, or elsewhere. */
  let isLaterHere = false;
  let isLater = false;
  /** How things stood when the other documents were looked at last: it is not done again and again while people type. */
  let lookedAt: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops = [answers.subscribe(follow), status.subscribe(follow), main.view.subscribe(() => followLater(QUIET_MS))];
  follow();

  return {
    own,
    async withdraw() {
      // A device of theirs may have had a clock that was ahead.
      const until = Math.max(Date.now(), Math.ceil(await lastSaid()));
      await answers.put({ ...WITHDRAWAL, person: by.person, value: until });
      await following;
    },
    async close() {
      isClosed = true;
      ending.abort();
      clearTimeout(timer);
      for (const stop of stops) stop();
      await following;
    },
  };

  async function lastSaid(): Promise<number> {
    // Where the device keeps nothing there are no others.
    const held = await heldRooms(workshop).catch(() => []);
    const rooms = held.filter((room) => room !== main.room);
    const times = await Promise.all(rooms.map(async (room) => lastSaidIn(room, await storedRoom(room), by.person)));
    return Math.max(main.kind.lastSaid(main.document, by.person), ...times);
  }

  function follow(): void {
    isStale = true;
    if (isClosed || answers.rows(WITHDRAWAL.topic).length === 0) return;
    following ??= run().finally(() => {
      following = undefined;
    });
  }

  function followLater(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(follow, wait);
  }

  function followAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      lookedAt = undefined;
      follow();
    }, AGAIN_MS);
  }

  async function run(): Promise<void> {
    while (isStale && !isClosed) {
      isStale = false;
      isLaterHere = false;
      try {
        for (const withdrawal of withdrawals()) await carryOutInMain(withdrawal);
        const now = situation();
        if (now === lookedAt) continue;
        lookedAt = now;
        isLater = false;
        await showOwn();
        await carryOutElsewhere();
        await tellRelay();
      } catch (error) {
        isLater = true;
        console.warn("What was withdrawn is not emptied everywhere yet", error);
      }
      await showOwn();
    }
    if (!isClosed && (isLater || isLaterHere)) followAgain();
  }

  /** What the next step depends on. */
  function situation(): string {
    const { wire, waiting, right, step } = status.get();
    const names = withdrawals().map((each) => [
      nameOf(each),
      isCarriedOut(each),
      finished.has(`here/${keyOf(main.room, each)}`),
      finished.has(`relay/${keyOf(main.room, each)}`),
    ]);
    return JSON.stringify([wire, waiting + answers.waiting() === 0, right, step?.n, seat.get(), names]);
  }

  async function carryOutInMain(withdrawal: Withdrawal): Promise<void> {
    const { room, document, kind, history } = main;
    const isOwn = withdrawal.person === by.person;
    const key = keyOf(room, withdrawal);
    if (isOwn || mayEmptyInMain(withdrawal)) await takeOutFiles(withdrawal);
    if (kind.holds(document, withdrawal)) {
      forget(key);
      finished.delete(`scrubbed/${nameOf(withdrawal)}`);
      revived.add(nameOf(withdrawal));
      if (mayEmptyInMain(withdrawal)) kind.empty(document, by, withdrawal);
    }
    if (kind.holds(document, withdrawal)) return;
    const { wire, waiting, caughtUp, elsewhere } = status.get();
    const isAtRelay = wire === "online" && (caughtUp || elsewhere) && waiting === 0;
    if (isAtRelay && !finished.has(`relay/${key}`)) await finish(`relay/${key}`);
    if (finished.has(`here/${key}`)) return;
    history.forgetWithdrawn();
    if (isOwn) await forgetAside(room);
    await forgetInVersions(kind, by, room, [withdrawal]);
    await main.folded();
    if (await scrubRoom(room, main.view.get())) await finish(`here/${key}`);
    else isLaterHere = true;
  }

  /** By who withdraws; where they may not write, by who leads. Twenty devices would write the same twenty times. */
  function mayEmptyInMain({ person }: Withdrawal): boolean {
    const leads = by.role === "facilitator" || by.role === "moderator";
    return status.get().right === "write" && (person === by.person || leads);
  }

  async function takeOutFiles(withdrawal: Withdrawal): Promise<void> {
    for (const file of main.kind.files(main.document, withdrawal)) {
      await takeOut(file);
      if (status.get().right === "write") main.kind.dropFile(main.document, by, file);
    }
  }

  async function carryOutElsewhere(): Promise<void> {
    const looked = new Set([main.room]);
    const look = async (room: string) => {
      if (isClosed || looked.has(room)) return;
      looked.add(room);
      const open = withdrawals().filter((each) => !isDoneIn(room, each));
      if (open.length === 0) return;
      const progress = await carryOutIn(roomParts(), room, open);
      for (const each of open) await note(room, each, progress);
    };
    // The plan, as the relay has it, names the tables.
    await look(planRoom(workshop));
    for (const room of await otherRooms()) await look(room);
  }

  async function note(room: string, withdrawal: Withdrawal, { here, relay }: RoomProgress): Promise<void> {
    const key = keyOf(room, withdrawal);
    if (here) await finish(`here/${key}`);
    if (relay) await finish(`relay/${key}`);
    // Who leads says when it is done; then it is looked at again.
    const isInOthersHands = !here && !writesIn(room) && !isCarriedOut(withdrawal);
    const { isOnline, link } = roomParts();
    if (!isDoneIn(room, withdrawal) && !isInOthersHands && (isOnline || !link)) isLater = true;
  }

  function isDoneIn(room: string, withdrawal: Withdrawal): boolean {
    const key = keyOf(room, withdrawal);
    return finished.has(`here/${key}`) && (finished.has(`relay/${key}`) || !emptiesAtRelay(room, withdrawal));
  }

  /** This device is one of those that empty it at the relay. */
  function emptiesAtRelay(room: string, { person }: Withdrawal): boolean {
    const isMeant = person === by.person || by.role === "facilitator";
    return isMeant && linkOf(known()) !== undefined && writesIn(room);
  }

  function writesIn(room: string): boolean {
    return rightsIn(room, roomParts()).writes;
  }

  function roomParts(): RoomParts {
    const { wire, step } = status.get();
    return {
      ...{ as: parts.as, by, seat: seat.get(), takeOut, isCarriedOut, ending: ending.signal },
      step: step?.rights,
      link: linkOf(known()),
      isOnline: wire === "online",
    };
  }

  /** Those that this device has; who runs the workshop looks after all there are. */
  async function otherRooms(): Promise<readonly string[]> {
    const held = await heldRooms(workshop);
    const all = by.role === "facilitator" && linkOf(known()) ? [...(await roomsOfAll()), ...held] : held;
    return [...new Set(all)].filter((room) => room !== main.room);
  }

  async function roomsOfAll(): Promise<readonly string[]> {
    const stored = await storedRoom(planRoom(workshop));
    const groups = stored ? everyGroup(planFromState(stored)) : [];
    return [
      ...[planRoom(workshop), questionsRoom(workshop), findingsRoom(workshop)],
      ...[known().group, ...groups].map((group) => boardRoom(workshop, group)),
    ];
  }

  /** Once the relay has all that this device can empty, so that what it writes anew holds none of the words. */
  async function tellRelay(): Promise<void> {
    const at = place();
    const { wire, waiting } = status.get();
    if (!at) return;
    const rooms = [main.room, ...(await otherRooms())];
    const ready = withdrawals().filter(
      (each) =>
        (each.person === by.person || by.role === "facilitator") &&
        !finished.has(`scrubbed/${nameOf(each)}`) &&
        (!isCarriedOut(each) || revived.has(nameOf(each))) &&
        rooms.every((room) => finished.has(`relay/${keyOf(room, each)}`) || !emptiesAtRelay(room, each)),
    );
    if (ready.length === 0) return;
    if (wire !== "online" || waiting + answers.waiting() > 0) return;
    await callRelay(at.origin, "scrub", { token: at.token, params: { workshop: at.workshop } });
    for (const each of ready) {
      if (by.role === "facilitator") await sayCarriedOut(each);
      await finish(`scrubbed/${nameOf(each)}`);
    }
  }

  async function sayCarriedOut({ person: item, time: value }: Withdrawal): Promise<void> {
    await answers.put({ topic: "carriedOut", person: by.person, item, value });
  }

  /** The relay takes such a row from facilitators only. */
  function isCarriedOut({ person, time }: Withdrawal): boolean {
    return answers.rows("carriedOut").some(({ topic, item, value }) => {
      const checked = checkAnswer(topic as "carriedOut", item, value, NOTHING_BEFORE);
      return item === person && checked.ok && checked.value !== null && checked.value >= time;
    });
  }

  async function finish(key: string): Promise<void> {
    finished.add(key);
    await keepBeside(keptAt, [...finished]);
  }

  /** Words came anew that were withdrawn. */
  function forget(key: string): void {
    finished.delete(`here/${key}`);
    finished.delete(`relay/${key}`);
  }

  function withdrawals(): readonly Withdrawal[] {
    return answers.rows(WITHDRAWAL.topic).flatMap(({ person, item, value }) => {
      // A row may come from any peer: only what a person could have said themselves counts.
      const checked = checkAnswer(WITHDRAWAL.topic, item, value, NOTHING_BEFORE);
      return checked.ok && checked.value !== null ? [{ person, time: checked.value }] : [];
    });
  }

  async function showOwn(): Promise<void> {
    const withdrawal = withdrawals().find(({ person }) => person === by.person);
    if (!withdrawal) return;
    const rooms = [main.room, ...(await otherRooms())];
    const stored = await storedRoom(planRoom(workshop));
    const plan = stored && readPlan(planFromState(stored));
    const whereAll = (isMeant: (room: string) => boolean) =>
      rooms.filter(isMeant).flatMap((room) => whereOf(room, main.room, plan) ?? []);
    const isHere = (room: string) => finished.has(`here/${keyOf(room, withdrawal)}`);
    const isAtRelay = (room: string) => finished.has(`relay/${keyOf(room, withdrawal)}`);
    const next: OwnWithdrawal = {
      time: withdrawal.time,
      hereUntilConnected: whereAll((room) => !isHere(room) && writesIn(room)),
      hereUntilEmptied: whereAll((room) => !isHere(room) && !writesIn(room)),
      goneAtRelay: finished.has(`scrubbed/${nameOf(withdrawal)}`) ? whereAll(isAtRelay) : [],
      relayUntilConnected: whereAll((room) => !isAtRelay(room) && emptiesAtRelay(room, withdrawal)),
      isCarriedOut: isCarriedOut(withdrawal),
    };
    if (JSON.stringify(next) !== JSON.stringify(own.get())) own.set(next);
  }
}

function lastSaidIn(room: string, state: Uint8Array | undefined, person: string): number {
  if (!state) return 0;
  switch (parseRoom(room)?.kind) {
    case "board":
      return WITHDRAWN_KINDS.board.lastSaid(WITHDRAWN_KINDS.board.fromState(state), person);
    case "plan":
      return WITHDRAWN_KINDS.plan.lastSaid(WITHDRAWN_KINDS.plan.fromState(state), person);
    case "questions":
      return WITHDRAWN_KINDS.questions.lastSaid(WITHDRAWN_KINDS.questions.fromState(state), person);
    case "findings":
      return WITHDRAWN_KINDS.findings.lastSaid(WITHDRAWN_KINDS.findings.fromState(state), person);
    case undefined:
      return 0;
  }
}

function keyOf(room: string, withdrawal: Withdrawal): string {
  return `${room}/${nameOf(withdrawal)}`;
}

function nameOf({ person, time }: Withdrawal): string {
  return `${person}@${time}`;
}

function listOf(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
}
