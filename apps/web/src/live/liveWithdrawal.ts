/**
 * Withdrawing what a person said: begun by the person, on a device of theirs, and carried out on every device that hears
 * of it, down to its stored bytes.
 */
import {
  type Actor,
  type BoardDocument,
  boardFromState,
  checkAnswer,
  filesToTakeOut,
  type History,
  holdsWithdrawn,
  lastSaid,
  stateOf,
  takeOutFile,
  type Withdrawal,
  withdrawWords,
} from "@sameside/model";
import { WITHDRAWAL } from "@sameside/protocol";
import {
  type Answers,
  type Aside,
  type AttachmentPlace,
  callRelay,
  keepBeside,
  keptBeside,
  openVersions,
  type ReplicaStatus,
  scrubRoom,
} from "@sameside/replica";
import type { LiveFiles } from "./liveFiles.ts";
import { openValue, type Store } from "./store.ts";

/** How far this person's own withdrawal is. */
interface OwnWithdrawal {
  /** Milliseconds since 1970; absent when nothing was withdrawn. */
  readonly time?: number;
  /** Nothing of it is left on this device. */
  readonly isGoneHere: boolean;
  /** The relay has written its stored bytes anew without it; also true for what no relay ever had. */
  readonly isGoneAtRelay: boolean;
}

export interface LiveWithdrawal {
  readonly own: Store<OwnWithdrawal>;
  /** Withdraws all that this person said so far, for good. Rejects when this device cannot store it. */
  withdraw(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly room: string;
  readonly board: BoardDocument;
  readonly by: Actor;
  readonly answers: Answers;
  readonly aside: Aside;
  readonly files: LiveFiles;
  readonly history: History;
  readonly status: Store<ReplicaStatus>;
  readonly view: Store<unknown>;
  /** Everything written so far is on this device's disk, folded. */
  readonly folded: () => Promise<void>;
  readonly place: () => AttachmentPlace | undefined;
}

/** While people type it is not looked at each letter whether words came that were withdrawn (ms). */
const QUIET_MS = 500;
/** When something was not done: another tab was at it, or the relay away (ms). */
const AGAIN_MS = 5_000;
const NOTHING_BEFORE = { items: [] };
const NOT_WITHDRAWN: OwnWithdrawal = { isGoneHere: false, isGoneAtRelay: false };

/** Follows what is heard of withdrawals, from the moment the board is open. */
export async function openLiveWithdrawal(parts: Parts): Promise<LiveWithdrawal> {
  const { room, board, by, answers, aside, files, history, status, view, folded, place } = parts;
  const keptAt = `${room}/withdrawn`;
  /** Withdrawals that nothing is left of: here, and at the relay (`relay/…`). */
  const finished = new Set(listOf(await keptBeside(keptAt)));
  const own = openValue<OwnWithdrawal>(NOT_WITHDRAWN);
  let following: Promise<void> | undefined;
  let isStale = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops = [answers.subscribe(follow), status.subscribe(follow), view.subscribe(() => followLater(QUIET_MS))];
  follow();

  return {
    own,
    async withdraw() {
      // A device of theirs may have had a clock that was ahead.
      const until = Math.max(Date.now(), Math.ceil(lastSaid(board, by.person)));
      await answers.put({ ...WITHDRAWAL, person: by.person, value: until });
      await following;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      await following;
    },
  };

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

  async function run(): Promise<void> {
    while (isStale && !isClosed) {
      isStale = false;
      try {
        for (const withdrawal of withdrawals()) await carryOut(withdrawal);
        await tellRelay();
      } catch (error) {
        console.warn("What was withdrawn is not emptied everywhere yet", error);
      }
      showOwn();
    }
    if (!isClosed && !isAllDone()) followLater(AGAIN_MS);
  }

  async function carryOut(withdrawal: Withdrawal): Promise<void> {
    if (withdrawal.person === by.person) await takeOutFiles(withdrawal);
    if (holdsWithdrawn(board, withdrawal)) {
      finished.delete(keyOf(withdrawal));
      if (mayEmpty(withdrawal)) withdrawWords(board, by, withdrawal);
    }
    if (finished.has(keyOf(withdrawal)) || holdsWithdrawn(board, withdrawal)) return;
    history.forgetWithdrawn();
    if (withdrawal.person === by.person) await forgetAside();
    await openVersions().rewrite(room, (state) => withoutWithdrawnWords(state, withdrawal));
    await folded();
    if (await scrubRoom(room, view.get())) await finish(keyOf(withdrawal));
  }

  /** By who withdraws; where they may not write, by a facilitator. Twenty devices would write the same twenty times. */
  function mayEmpty({ person }: Withdrawal): boolean {
    return status.get().right === "write" && (person === by.person || by.role === "facilitator");
  }

  async function takeOutFiles(withdrawal: Withdrawal): Promise<void> {
    for (const file of filesToTakeOut(board, withdrawal)) {
      await files.takeOut(file);
      if (status.get().right === "write") takeOutFile(board, by, { file });
    }
  }

  /** What the relay never took was said, too, and is on this device alone. */
  async function forgetAside(): Promise<void> {
    await aside.settled();
    for (const what of aside.all()) await aside.drop(what);
  }

  /** A version may be of another program, or hold nothing of it. */
  function withoutWithdrawnWords(state: Uint8Array, withdrawal: Withdrawal): Uint8Array {
    const version = boardFromState(state);
    return withdrawWords(version, by, withdrawal).outcome === "done" ? stateOf(version) : state;
  }

  /** Once the relay has all of it, so that what it writes anew holds none of the words. */
  async function tellRelay(): Promise<void> {
    const withdrawal = ownRow();
    const at = place();
    if (!withdrawal || !at) return;
    const key = keyOf(withdrawal);
    const { wire, waiting } = status.get();
    const isAllThere = wire === "online" && waiting === 0 && answers.waiting() === 0;
    if (!isAllThere || !finished.has(key) || finished.has(relayKey(key))) return;
    await callRelay(at.origin, "scrub", { token: at.token, params: { workshop: at.workshop } });
    await finish(relayKey(key));
  }

  /** What a device may not empty is emptied by another one, of which this one hears. */
  function isAllDone(): boolean {
    const mine = ownRow();
    const isTold = !mine || place() === undefined || finished.has(relayKey(keyOf(mine)));
    return isTold && withdrawals().every((each) => finished.has(keyOf(each)));
  }

  async function finish(key: string): Promise<void> {
    finished.add(key);
    await keepBeside(keptAt, [...finished]);
  }

  function withdrawals(): readonly Withdrawal[] {
    return answers.rows(WITHDRAWAL.topic).flatMap(({ person, item, value }) => {
      // A row may come from any peer: only what a person could have said themselves counts.
      const checked = checkAnswer(WITHDRAWAL.topic, item, value, NOTHING_BEFORE);
      return checked.ok && checked.value !== null ? [{ person, time: checked.value }] : [];
    });
  }

  function ownRow(): Withdrawal | undefined {
    return withdrawals().find(({ person }) => person === by.person);
  }

  function showOwn(): void {
    const withdrawal = ownRow();
    if (!withdrawal) return;
    const key = keyOf(withdrawal);
    const next = {
      time: withdrawal.time,
      isGoneHere: finished.has(key),
      isGoneAtRelay: finished.has(relayKey(key)) || (place() === undefined && finished.has(key)),
    };
    const now = own.get();
    const isSame = (Object.keys(next) as (keyof typeof next)[]).every((field) => next[field] === now[field]);
    if (!isSame) own.set(next);
  }
}

function keyOf({ person, time }: Withdrawal): string {
  return `${person}@${time}`;
}

function relayKey(key: string): string {
  return `relay/${key}`;
}

function listOf(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
}
