/**
 * What people answer for themselves in one workshop, as far as this device knows it, and the outbox of its own answers:
 * an answer goes to disk first, then to the relay, and waits until the relay says that it is on disk there.
 */
import {
  type AnswerRefusal,
  type AnswerRow,
  AnswerRowSchema,
  answerKey,
  emptiedBy,
  type FromDevice,
  type FromRelay,
  limits,
  mayReveal,
  type OpenedItem,
  type SeatRole,
  type TallyNews,
  TOPICS,
  type Topic,
  withdrawalKey,
} from "@sameside/protocol";
import { openChangeSignal } from "../changeSignal.ts";
import { deviceFactory } from "../disk/database.ts";
import { type AnswerChange, type KeptAnswer, openAnswerDisk } from "./answerDisk.ts";
import { openAnswerNews } from "./answerNews.ts";
import { AnswerRows, type RefusedAnswer } from "./answerRows.ts";
import { openRelayTime } from "./relayTime.ts";

export type { RefusedAnswer } from "./answerRows.ts";
export type NewAnswer = Omit<AnswerRow, "time" | "enteredBy">;
/** Names a row. */
type RowName = Pick<AnswerRow, "topic" | "person" | "item">;

export interface Answers {
  readonly workshop: string;
  /**
   * The rows of a topic known here, in order of key; the same array until one of them changes. A value may be anything
   * that a peer has sent: whoever reads one checks that it is what the topic says.
   */
  rows(topic: Topic): readonly AnswerRow[];
  /** Rows that the reveal has opened and the relay has: what may stand in documents from now on. */
  openedRows(topic: Topic): readonly AnswerRow[];
  /** `true` when the reveal has opened the item: it stays as it is. */
  isOpened(topic: Topic, item: string): boolean;
  /** What the relay told last of an item: how many have answered, and their sum where it may be told. */
  tally(topic: Topic, item: string): TallyNews | undefined;
  /**
   * Answers for a person: known here and on its way at once; resolves when it is on this device's disk. What a value may
   * be in a topic is not checked here: the caller does so before, by the rules of the model.
   * Rejects when it is no row at all, or when the disk cannot store it (it still goes to the relay).
   */
  put(answer: NewAnswer): Promise<void>;
  /** As `put`, of an answer that is none any more. */
  takeBack(row: RowName): Promise<void>;
  /** Merges rows that came another way than over the wire, as in a file. What is no row is left out. */
  takeIn(rows: readonly unknown[]): Promise<void>;
  /** Answers of this device that the relay never takes, until they are answered anew or dismissed. */
  refused(): readonly RefusedAnswer[];
  /** The person has seen that it was refused. */
  dismiss(row: RowName): Promise<void>;
  /**
   * Opens items to everybody, for good. Resolves when they are open. Rejects without a connection, when the connection
   * is lost before the relay has answered, and for who may not.
   */
  reveal(items: readonly OpenedItem[]): Promise<void>;
  /** How far the relay's clock is ahead of this device's, in milliseconds; `undefined` before it was heard. */
  relayAhead(): number | undefined;
  /** Answers the relay has not on disk. */
  waiting(): number;
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
  /** For the replica: the connections over which this outbox goes out. */
  readonly wire: AnswersWire;
}

export interface AnswersWire {
  /** A connection to the workshop's relay is there: what waits goes out over it. Returns the way to end that. */
  attach(send: (message: FromDevice) => void): () => void;
  /** What the relay says, as far as it is about answers and time. */
  heard(message: FromRelay): void;
  /** What the relay has told until here, for another tab that may have missed some of it. */
  told(): readonly FromRelay[];
}

type ToldRow = { readonly key: string; readonly time: number };

/** Opens a workshop's answers from this device's disk; without a disk they are kept in memory. */
export async function openAnswers(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<Answers> {
  const disk = openAnswerDisk(workshop, factory);
  const kept = await disk.load();
  const over = kept.answers.filter(isOver);
  const rows = new AnswerRows(kept.answers.filter((answer) => !isOver(answer)));
  const news = openAnswerNews(kept.news, disk);
  const signal = openChangeSignal();
  const connections = new Set<(message: FromDevice) => void>();
  const time = openRelayTime();
  let role: SeatRole | undefined;
  if (over.length > 0) void disk.store(over.map((remove) => ({ remove }))).catch(warnNotKept);

  return {
    workshop,
    rows: (topic) => rows.ofTopic(topic),
    openedRows: (topic) => rows.ofTopic(topic).filter((row) => news.isOpened(row) && !rows.isWaiting(row)),
    isOpened: (topic, item) => news.isOpened({ topic, item }),
    tally: (topic, item) => news.tally({ topic, item }),
    put,
    takeBack: ({ topic, person, item }) => put({ topic, person, item, value: null }),
    takeIn(unknownRows) {
      const known = unknownRows.flatMap((row) => AnswerRowSchema.safeParse(row).data ?? []);
      // What replaces an answer that waits has to be sent in its place.
      return takeRows(known, (row) => (rows.isWaiting(row) ? "waiting" : "held"));
    },
    refused: () => rows.refused(),
    async dismiss(name) {
      const changes = forgetRefused(answerKey(name));
      signal.fire();
      await disk.store(changes);
    },
    async reveal(items) {
      const sealed = items.filter((item) => !news.isOpened(item));
      if (sealed.length === 0) return;
      if (connections.size === 0) throw new Error("There is no connection to the relay. Connect, then open it again.");
      if (role && !mayReveal({ role })) throw new Error("Only facilitators and moderators can open answers.");
      const opened = news.untilOpened(sealed);
      sendReveal(sealed);
      await opened;
    },
    relayAhead: time.ahead,
    waiting: () => rows.waitingCount,
    subscribe: signal.subscribe,
    async close() {
      news.endWaiting("The workshop was closed before the relay had answered.");
      await disk.close();
    },
    wire: {
      attach(send) {
        connections.add(send);
        for (const part of partsOf(rows.waiting())) send({ say: "answersPut", rows: part });
        return () => detach(send);
      },
      heard,
      told: () => [...partsOf(rows.held()).map((part) => ({ say: "answers" as const, rows: part })), ...news.told()],
    },
  };

  async function put(answer: NewAnswer): Promise<void> {
    const row = stamped(answer);
    const forgotten = forgetRefused(answerKey(row));
    rows.put(row, "waiting");
    const emptied = emptyWithdrawn([row]);
    signal.fire();
    const stored = disk.store([...forgotten, ...emptied, { put: { row, is: "waiting" } }]);
    sendOverOne({ say: "answersPut", rows: [row] });
    await stored.catch((error: unknown) => {
      throw new Error("This device could not store the answer. Keep this tab open until it was sent.", {
        cause: error,
      });
    });
  }

  /** The later time wins everywhere, so a person's next answer is later than the last one even when the clock went back. */
  function stamped({ topic, person, item, value }: NewAnswer): AnswerRow {
    const before = rows.get(answerKey({ topic, person, item }));
    const at = Math.max(time.stamp(), (before?.time ?? -1) + 1);
    const row = AnswerRowSchema.safeParse({ topic, person, item, value, time: at });
    if (!row.success) throw new Error(`This answer cannot be kept: ${row.error.issues[0]?.message ?? "wrong form"}.`);
    return row.data;
  }

  function heard(message: FromRelay): void {
    if (message.say === "hello") {
      time.heard(message.now);
      role = message.role;
    }
    // One that replaces a waiting row is later than it, so there is nothing left to send.
    if (message.say === "answers") void takeRows(message.rows, () => "held");
    if (message.say === "answersStored") confirm(message.keys);
    if (message.say === "answersRefused") for (const told of message.keys) refuse(told, told.why);
    if (news.heard(message)) signal.fire();
  }

  async function takeRows(all: readonly AnswerRow[], become: (row: AnswerRow) => "held" | "waiting"): Promise<void> {
    const taken: KeptAnswer[] = [];
    for (const row of all) {
      if (!rows.isNews(row) || isWithdrawn(row)) continue;
      const is = become(row);
      rows.put(row, is);
      taken.push({ row, is });
    }
    if (taken.length === 0) return;
    const emptied = emptyWithdrawn(taken.map(({ row }) => row));
    signal.fire();
    sendWaiting(taken.filter(({ is }) => is === "waiting").map(({ row }) => row));
    await disk.store([...taken.map((answer) => ({ put: answer })), ...emptied]).catch(warnNotKept);
  }

  /** Its person has withdrawn it before it came. */
  function isWithdrawn(row: AnswerRow): boolean {
    const withdrawal = rows.get(withdrawalKey(row.person));
    return withdrawal !== undefined && emptiedBy(withdrawal, row) !== undefined;
  }

  /** Whoever withdraws what they said, withdraws it on every device that hears of it. */
  function emptyWithdrawn(taken: readonly AnswerRow[]): readonly AnswerChange[] {
    const withdrawals = taken.filter(({ topic }) => TOPICS[topic].withdrawal === "empties");
    return withdrawals.flatMap((withdrawal) => [
      ...rows.ofPerson(withdrawal.person).flatMap((row): AnswerChange[] => {
        const empty = emptiedBy(withdrawal, row);
        if (!empty) return [];
        rows.put(empty, "held");
        return [{ put: { row: empty, is: "held" }, insteadOf: row.time }];
      }),
      ...rows
        .refused()
        .filter(({ row }) => emptiedBy(withdrawal, row) !== undefined)
        .flatMap(({ row }) => forgetRefused(answerKey(row))),
    ]);
  }

  function confirm(told: readonly ToldRow[]): void {
    const confirmed = told.flatMap(({ key, time: storedTime }) => {
      const row = rows.get(key);
      return row && rows.isWaiting(row) && row.time <= storedTime ? [row] : [];
    });
    if (confirmed.length === 0) return;
    for (const row of confirmed) rows.confirm(row);
    signal.fire();
    void disk.store(confirmed.map((row) => ({ put: { row, is: "held" } }))).catch(warnNotKept);
  }

  function refuse({ key, time: sentTime }: ToldRow, why: AnswerRefusal): void {
    const row = rows.get(key);
    if (!row || !rows.isWaiting(row) || row.time !== sentTime) return;
    const now = time.sure();
    if (why === "clock-ahead" && now !== undefined && now < row.time) putBack(row, now);
    else if (why === "withdrawn") letGo(row);
    else giveUp(row, why);
  }

  /** Its person does not want it to be anywhere: not apart either. */
  function letGo(row: AnswerRow): void {
    rows.forget(row);
    signal.fire();
    void disk.store([{ remove: { row, is: "waiting" } }]).catch(warnNotKept);
  }

  function giveUp(row: AnswerRow, why: AnswerRefusal): void {
    rows.refuse(row, why);
    signal.fire();
    const changes: AnswerChange[] = [{ remove: { row, is: "waiting" } }, { put: { row, is: "refused", why } }];
    void disk.store(changes).catch(warnNotKept);
  }

  /** This device's clock was ahead: from now on the row has the relay's time, and so is the same one however often it is sent. */
  function putBack(row: AnswerRow, now: number): void {
    const corrected = { ...row, time: now };
    rows.put(corrected, "waiting");
    signal.fire();
    void disk.store([{ put: { row: corrected, is: "waiting" }, insteadOf: row.time }]).catch(warnNotKept);
    sendOverOne({ say: "answersPut", rows: [corrected] });
  }

  function forgetRefused(key: string): readonly AnswerChange[] {
    const forgotten = rows.forgetRefused(key);
    return forgotten ? [{ remove: { ...forgotten, is: "refused" } }] : [];
  }

  function detach(send: (message: FromDevice) => void): void {
    connections.delete(send);
    if (connections.size > 0) sendReveal(news.awaited());
    else
      news.endWaiting(
        "The connection was lost before the relay had answered. Look whether it is open, then try again.",
      );
  }

  function sendOverOne(message: FromDevice): void {
    const [send] = connections;
    send?.(message);
  }

  function sendWaiting(waiting: readonly AnswerRow[]): void {
    for (const part of partsOf(waiting)) sendOverOne({ say: "answersPut", rows: part });
  }

  function sendReveal(items: readonly OpenedItem[]): void {
    for (const part of partsOf(items)) sendOverOne({ say: "reveal", items: part });
  }
}

/** As many in each part as one message may hold. */
function partsOf<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += limits.MAX_ANSWERS_PER_MESSAGE)
    parts.push(all.slice(start, start + limits.MAX_ANSWERS_PER_MESSAGE));
  return parts;
}

/** What is kept for a day only, of a day that is over. */
function isOver({ row }: KeptAnswer): boolean {
  return TOPICS[row.topic].keep === "day" && row.time < Date.now() - limits.DAY_ANSWER_LIFE_MS;
}

/** The relay has these rows, so nothing is lost: they come again with the next connection. */
function warnNotKept(error: unknown): void {
  console.warn("Answers from the relay could not be stored on this device", error);
}
