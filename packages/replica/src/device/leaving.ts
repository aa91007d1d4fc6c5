/** Leaving a workshop that is over: its copy goes from this device, the person's own words stay. */
import { type Database, deviceFactory } from "../disk/database.ts";
import { readHoldings } from "./holdings.ts";
import { removeWorkshop, tablesOf } from "./removal.ts";
import { changeOnDisk, lookOnDisk } from "./request.ts";

/** What a person wrote in a workshop that this device keeps no longer. */
export interface KeptWords {
  readonly workshop: string;
  readonly title: string;
  /** When the copy was removed; milliseconds since 1970. */
  readonly leftAt: number;
  readonly why: "closed" | "expired";
  /** Markdown. */
  readonly text: string;
  /** What the workshop calls things, for whoever tells of it later; as it was handed in. */
  readonly terms?: unknown;
}

/**
 * Puts the words in the place of the workshop's copy, in one transaction. Answers `false`, and changes nothing, while
 * something of this device waits for the relay or is set aside. Close its replicas before. Rejects when the disk cannot
 * store it.
 */
export function leaveWorkshop(words: KeptWords, factory: IDBFactory | null = deviceFactory()): Promise<boolean> {
  return changeOnDisk(factory, (database) =>
    database.transaction("rw", tablesOf(database), async () => {
      if (!(await isAllStored(database, words.workshop))) return false;
      const key = wordsKey(words.workshop);
      // Another tab may have been faster: what it kept is the same, and nothing is there any more to read it from.
      if (await database.workshops.get(words.workshop)) await database.meta.put({ key, value: words });
      await removeWorkshop(database, words.workshop);
      return true;
    }),
  );
}

/** `true` when nothing of this device waits for a relay, or is set aside. */
async function isAllStored(database: Database, workshop: string): Promise<boolean> {
  const { waiting, setAside } = await readHoldings(database, workshop);
  return waiting.changes + waiting.answers + waiting.files + setAside === 0;
}

/** Of all workshops that were left, the last one first. Rejects when the disk cannot be read. */
export function keptWords(factory: IDBFactory | null = deviceFactory()): Promise<readonly KeptWords[]> {
  return lookOnDisk(factory, async ({ meta }) => {
    const rows = await meta.where("key").startsWith(WORDS).toArray();
    const words = rows.flatMap(({ value }) => (isWords(value) ? [value] : []));
    return words.sort((one, other) => other.leftAt - one.leftAt);
  });
}

/** Merges words that were kept on another device: of one workshop, those that were kept last. What is none is left out. */
export async function takeInWords(
  all: readonly unknown[],
  factory: IDBFactory | null = deviceFactory(),
): Promise<void> {
  await changeOnDisk(factory, ({ meta }) =>
    meta.db.transaction("rw", meta, async () => {
      for (const words of all.filter(isWords)) {
        const here = (await meta.get(wordsKey(words.workshop)))?.value;
        if (!isWords(here) || here.leftAt < words.leftAt)
          await meta.put({ key: wordsKey(words.workshop), value: words });
      }
    }),
  );
}

/** Deletes the words of one workshop. Rejects when the disk cannot store it. */
export async function forgetWords(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<void> {
  await changeOnDisk(factory, ({ meta }) => meta.delete(wordsKey(workshop)));
}

const WORDS = "words/";

function wordsKey(workshop: string): string {
  return WORDS + workshop;
}

function isWords(value: unknown): value is KeptWords {
  if (typeof value !== "object" || value === null) return false;
  const { workshop, title, leftAt, why, text } = value as Record<string, unknown>;
  const isTold = why === "closed" || why === "expired";
  return isTold && typeof leftAt === "number" && [workshop, title, text].every((part) => typeof part === "string");
}
