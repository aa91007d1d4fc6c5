/** The answers of one workshop in this device's database. */
import { type AnswerRow, answerKey, replacesAnswer } from "@sameside/protocol";
import type { AnswerRecord, Database } from "./database.ts";
import { openDeviceDisk } from "./deviceDisk.ts";

interface KeptAnswer {
  readonly row: AnswerRow;
  /** The relay has it not on disk yet. */
  readonly waiting: boolean;
}

export interface AnswerDisk {
  /** All rows kept; none when there is no disk. */
  load(): Promise<readonly KeptAnswer[]>;
  /** Stores rows, and before them those that an earlier failure left behind; another tab's later row is not overwritten. */
  put(rows: readonly KeptAnswer[]): Promise<void>;
  /** Waits for what is being stored. */
  close(): Promise<void>;
}

export function openAnswerDisk(workshop: string, factory: IDBFactory | null): AnswerDisk {
  const disk = openDeviceDisk(factory);
  const leftBehind = new Map<string, KeptAnswer>();
  let last: Promise<void> = Promise.resolve();
  return {
    async load() {
      try {
        const records = await disk.run((database) => database.answers.where("workshop").equals(workshop).toArray());
        return records.map(({ row, waiting }) => ({ row, waiting: waiting === 1 }));
      } catch (error) {
        console.warn("The answers kept on this device cannot be read", error);
        return [];
      }
    },
    put(rows) {
      for (const kept of rows) leftBehind.set(answerKey(kept.row), kept);
      // One after the other: a confirmation must not be overtaken by the row it confirms.
      const stored = last.then(async () => {
        const batch = [...leftBehind.values()];
        await disk.run((database) => putLater(database, workshop, batch));
        for (const kept of batch) {
          const key = answerKey(kept.row);
          if (leftBehind.get(key) === kept) leftBehind.delete(key);
        }
      });
      last = stored.catch(() => {});
      return stored;
    },
    async close() {
      await last;
      disk.close();
    },
  };
}

async function putLater(database: Database, workshop: string, batch: readonly KeptAnswer[]): Promise<void> {
  await database.transaction("rw", database.answers, async () => {
    const stored = await database.answers.bulkGet(batch.map(({ row }) => [workshop, answerKey(row)]));
    const records = batch.flatMap(({ row, waiting }, index): AnswerRecord[] => {
      const before = stored[index]?.row;
      if (before && replacesAnswer(row, before)) return [];
      return [{ workshop, key: answerKey(row), row, waiting: waiting ? 1 : 0 }];
    });
    await database.answers.bulkPut(records);
  });
}
