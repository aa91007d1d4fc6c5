/**
 * What people answer for themselves in one workshop, as far as this device knows it, and the outbox of its own answers:
 * an answer goes to disk first, then to the relay, and waits until the relay says that it is on disk there.
 */
import {
  type AnswerRow,
  AnswerRowSchema,
  answerKey,
  type FromRelay,
  limits,
  replacesAnswer,
  type Topic,
} from "@sameside/protocol";
import { openAnswerDisk } from "./answerDisk.ts";
import { openChangeSignal } from "./changeSignal.ts";
import { deviceFactory } from "./database.ts";

export type NewAnswer = Omit<AnswerRow, "time">;

export interface Answers {
  readonly workshop: string;
  /** The rows of a topic known here, in order of key; the same array until one of them changes. */
  rows(topic: Topic): readonly AnswerRow[];
  /**
   * Answers for a person: known here and on its way at once; resolves when it is on this device's disk.
   * Rejects when the value does not fit its topic, or when the disk cannot store it (it still goes to the relay).
   */
  put(answer: NewAnswer): Promise<void>;
  /** Answers the relay has not on disk. */
  waiting(): number;
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
  /** For the replica: the connections over which this outbox goes out. */
  readonly wire: AnswersWire;
}

export interface AnswersWire {
  /** A connection to the workshop's relay is there: what waits goes out over it. Returns the way to end that. */
  attach(send: (rows: readonly AnswerRow[]) => void): () => void;
  /** What the relay says, as far as it is about answers and time. */
  heard(message: FromRelay): void;
}

/** Opens a workshop's answers from this device's disk; without a disk they are kept in memory. */
export async function openAnswers(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<Answers> {
  const disk = openAnswerDisk(workshop, factory);
  const signal = openChangeSignal();
  const rowByKey = new Map<string, AnswerRow>();
  const waitingKeys = new Set<string>();
  const rowsByTopic = new Map<Topic, readonly AnswerRow[]>();
  const connections = new Set<(rows: readonly AnswerRow[]) => void>();
  let clockOffset = 0;

  for (const { row, waiting } of await disk.load()) {
    rowByKey.set(answerKey(row), row);
    if (waiting) waitingKeys.add(answerKey(row));
  }

  return {
    workshop,
    rows(topic) {
      const known = rowsByTopic.get(topic) ?? sortedRows(rowByKey, topic);
      rowsByTopic.set(topic, known);
      return known;
    },
    async put(answer) {
      const row = stamped(answer);
      const key = answerKey(row);
      rowByKey.set(key, row);
      waitingKeys.add(key);
      changed([row.topic]);
      const stored = disk.put([{ row, waiting: true }]);
      sendOverOne([row]);
      await stored.catch((error: unknown) => {
        throw new Error("This device could not store the answer. Keep this tab open until it was sent.", {
          cause: error,
        });
      });
    },
    waiting: () => waitingKeys.size,
    subscribe: signal.subscribe,
    close: disk.close,
    wire: {
      attach(send) {
        connections.add(send);
        sendAll(send);
        return () => connections.delete(send);
      },
      heard(message) {
        if (message.say === "hello") clockOffset = message.now - Date.now();
        if (message.say === "answers") takeIn(message.rows);
        if (message.say === "answersStored") confirm(message.keys);
      },
    },
  };

  /** The later time wins everywhere, so a person's next answer is later than the last one even when the clock went back. */
  function stamped(answer: NewAnswer): AnswerRow {
    const before = rowByKey.get(answerKey(answer));
    const time = Math.max(Math.round(Date.now() + clockOffset), (before?.time ?? -1) + 1, 0);
    const row = AnswerRowSchema.safeParse({ ...answer, time });
    if (!row.success) throw new Error(`This answer cannot be kept: ${row.error.issues[0]?.message ?? "wrong form"}.`);
    return row.data;
  }

  function sendOverOne(rows: readonly AnswerRow[]): void {
    const [send] = connections;
    send?.(rows);
  }

  function sendAll(send: (rows: readonly AnswerRow[]) => void): void {
    const rows = [...waitingKeys].flatMap((key) => rowByKey.get(key) ?? []);
    for (let start = 0; start < rows.length; start += limits.MAX_ANSWERS_PER_MESSAGE)
      send(rows.slice(start, start + limits.MAX_ANSWERS_PER_MESSAGE));
  }

  /** Rows from the relay. One that replaces a waiting row is later than it, so there is nothing left to send. */
  function takeIn(rows: readonly AnswerRow[]): void {
    const taken = rows.filter((row) => {
      const known = rowByKey.get(answerKey(row));
      return !known || replacesAnswer(known, row);
    });
    if (taken.length === 0) return;
    for (const row of taken) {
      rowByKey.set(answerKey(row), row);
      waitingKeys.delete(answerKey(row));
    }
    changed(new Set(taken.map((row) => row.topic)));
    void disk.put(taken.map((row) => ({ row, waiting: false }))).catch(warnNotKept);
  }

  function confirm(keys: readonly { readonly key: string; readonly time: number }[]): void {
    const confirmed = keys.flatMap(({ key, time }) => {
      const row = rowByKey.get(key);
      return row && waitingKeys.has(key) && row.time <= time ? [row] : [];
    });
    if (confirmed.length === 0) return;
    for (const row of confirmed) waitingKeys.delete(answerKey(row));
    changed([]);
    void disk.put(confirmed.map((row) => ({ row, waiting: false }))).catch(warnNotKept);
  }

  function changed(topics: Iterable<Topic>): void {
    for (const topic of topics) rowsByTopic.delete(topic);
    signal.fire();
  }
}

function sortedRows(rowByKey: ReadonlyMap<string, AnswerRow>, topic: Topic): readonly AnswerRow[] {
  return [...rowByKey.entries()]
    .filter(([, row]) => row.topic === topic)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([, row]) => row);
}

/** The relay has these rows, so nothing is lost: they come again with the next connection. */
function warnNotKept(error: unknown): void {
  console.warn("Answers from the relay could not be stored on this device", error);
}
