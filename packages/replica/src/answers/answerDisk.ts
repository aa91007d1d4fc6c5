/** The answers of one workshop in this device's database. */
import {
  type AnswerRefusal,
  type AnswerRow,
  answerKey,
  type OpenedItem,
  OpenedItemSchema,
  replacesAnswer,
  type TallyNews,
  TallyNewsSchema,
} from "@sameside/protocol";
import { type AnswerRecord, besideKey, type Database } from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";
import { type DiskTrouble, troubleOf } from "../disk/diskTrouble.ts";
import { openRetry } from "../disk/retry.ts";

/** `held`: the relay has it, or it came from there or from a file; `waiting`: the relay has it not on disk yet. */
export type KeptAnswer =
  | { readonly row: AnswerRow; readonly is: "held" | "waiting" }
  /** The relay never takes it; it is kept for its writer to see, beside the row that holds. */
  | { readonly row: AnswerRow; readonly is: "refused"; readonly why: AnswerRefusal };

/** What the relay told of everybody's answers. */
export interface KeptNews {
  readonly opened: readonly OpenedItem[];
  readonly tallies: readonly TallyNews[];
}

/** A change of what is kept. */
export type AnswerChange =
  /** Another tab's later row is not overwritten, unless it is the one with the time `insteadOf`. */
  { readonly put: KeptAnswer; readonly insteadOf?: number } | { readonly remove: KeptAnswer };

export interface AnswerDisk {
  /** All that is kept; nothing when there is no disk. */
  load(): Promise<{ readonly answers: readonly KeptAnswer[]; readonly news: KeptNews }>;
  /** Stores changes, and before them those that an earlier failure left behind, which it also tries again by itself. */
  store(changes: readonly AnswerChange[]): Promise<void>;
  storeNews(news: KeptNews): Promise<void>;
  /** Waits for what is being stored. */
  close(): Promise<void>;
}

const NO_NEWS: KeptNews = { opened: [], tallies: [] };
/** No later attempt on this page helps. */
const HOPELESS: readonly DiskTrouble[] = ["absent", "newer"];
/** Before the keys of rows that were refused. */
const REFUSED = "refused/";

export function openAnswerDisk(workshop: string, factory: IDBFactory | null): AnswerDisk {
  const disk = openDeviceDisk(factory, {
    reopened(isEmptied) {
      if (isEmptied) store([...keptByKey.values()].map((kept) => ({ put: kept }))).catch(warnNotRestored);
    },
  });
  const keptByKey = new Map<string, KeptAnswer>();
  const newsKey = besideKey(`${workshop}.answers`);
  const leftBehind = new Map<string, AnswerChange>();
  const retry = openRetry(() => {
    // It has been told already that they are not kept.
    inTurn(storeLeftBehind).catch(() => {});
  });
  let last: Promise<void> = Promise.resolve();
  return {
    async load() {
      try {
        const records = await disk.run((database) => database.answers.where("workshop").equals(workshop).toArray());
        const news = await disk.run((database) => database.meta.get(newsKey));
        const answers = records.map(keptOf);
        for (const kept of answers) keptByKey.set(recordKey(kept), kept);
        return { answers, news: newsIn(news?.value) };
      } catch (error) {
        console.warn("The answers kept on this device cannot be read", error);
        return { answers: [], news: NO_NEWS };
      }
    },
    store,
    storeNews(news) {
      return inTurn(async () => {
        await disk.change((database) => database.meta.put({ key: newsKey, value: news }));
      });
    },
    async close() {
      retry.close();
      await last;
      disk.close();
    },
  };

  function store(changes: readonly AnswerChange[]): Promise<void> {
    for (const change of changes) {
      const key = recordKey(keptIn(change));
      leftBehind.set(key, following(leftBehind.get(key), change));
      if ("put" in change) keptByKey.set(key, change.put);
      else keptByKey.delete(key);
    }
    return inTurn(storeLeftBehind);
  }

  async function storeLeftBehind(): Promise<void> {
    const batch = [...leftBehind];
    try {
      await disk.change((database) =>
        apply(
          database,
          workshop,
          batch.map(([, change]) => change),
        ),
      );
    } catch (error) {
      if (!HOPELESS.includes(troubleOf(error))) retry.later();
      throw error;
    }
    retry.reset();
    for (const [key, change] of batch) if (leftBehind.get(key) === change) leftBehind.delete(key);
  }

  /** One after the other: a confirmation must not be overtaken by the row it confirms. */
  function inTurn(store: () => Promise<void>): Promise<void> {
    const stored = last.then(store);
    last = stored.catch(() => {});
    return stored;
  }
}

async function apply(database: Database, workshop: string, changes: readonly AnswerChange[]): Promise<void> {
  const { answers } = database;
  await database.transaction("rw", answers, async () => {
    const keys = changes.map((change): [string, string] => [workshop, recordKey(keptIn(change))]);
    const before = await answers.bulkGet(keys);
    const records = changes.flatMap((change, index) =>
      "put" in change && isDue(change, before[index]?.row) ? [recordOf(workshop, change.put)] : [],
    );
    await answers.bulkPut(records);
    await answers.bulkDelete(
      keys.filter((_, index) => {
        const change = changes[index];
        // What another tab has put in its place meanwhile stays.
        return change && "remove" in change && before[index]?.row.time === change.remove.row.time;
      }),
    );
  });
}

/** A row that follows one that was to be replaced or removed takes its place as well. */
function following(before: AnswerChange | undefined, change: AnswerChange): AnswerChange {
  if (!before || "remove" in change || change.insteadOf !== undefined) return change;
  const insteadOf = "remove" in before ? before.remove.row.time : before.insteadOf;
  return insteadOf === undefined ? change : { ...change, insteadOf };
}

function isDue(change: Extract<AnswerChange, { put: unknown }>, before: AnswerRow | undefined): boolean {
  return !before || before.time === change.insteadOf || !replacesAnswer(change.put.row, before);
}

function keptIn(change: AnswerChange): KeptAnswer {
  return "put" in change ? change.put : change.remove;
}

function recordKey({ row, is }: KeptAnswer): string {
  return is === "refused" ? REFUSED + answerKey(row) : answerKey(row);
}

function recordOf(workshop: string, kept: KeptAnswer): AnswerRecord {
  const record = { workshop, key: recordKey(kept), row: kept.row } as const;
  if (kept.is === "refused") return { ...record, waiting: 0, refused: kept.why };
  return { ...record, waiting: kept.is === "waiting" ? 1 : 0 };
}

function keptOf({ row, waiting, refused }: AnswerRecord): KeptAnswer {
  if (refused) return { row, is: "refused", why: refused };
  return { row, is: waiting ? "waiting" : "held" };
}

function warnNotRestored(error: unknown): void {
  console.warn("The answers could not be stored again after the browser had thrown them away", error);
}

/** What an earlier program kept is read as far as it is understood. */
function newsIn(value: unknown): KeptNews {
  const { opened, tallies } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return {
    opened: listOf(opened).flatMap((item) => OpenedItemSchema.safeParse(item).data ?? []),
    tallies: listOf(tallies).flatMap((tally) => TallyNewsSchema.safeParse(tally).data ?? []),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
