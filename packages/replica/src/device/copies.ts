/** Which copies of a workshop were saved as files on this device: the last one is its backup. */
import { besideKey, deviceFactory } from "../disk/database.ts";
import { changeOnDisk, lookOnDisk } from "./request.ts";

/** A file that left the device. */
export interface SavedCopy {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Its name as it was saved. */
  readonly name: string;
}

/** More are not remembered; the oldest go first. */
const MOST_COPIES = 100;

/** The oldest first; none when the disk cannot be read. */
export async function copiesOf(
  workshop: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<readonly SavedCopy[]> {
  try {
    return await lookOnDisk(factory, async ({ meta }) => copiesIn((await meta.get(copiesKey(workshop)))?.value));
  } catch (error) {
    console.warn("Which copies were saved cannot be read", error);
    return [];
  }
}

/** Remembers that a copy was saved. Rejects when the disk cannot store it. */
export async function noteCopy(
  workshop: string,
  copy: SavedCopy,
  factory: IDBFactory | null = deviceFactory(),
): Promise<void> {
  await changeOnDisk(factory, ({ meta }) =>
    meta.db.transaction("rw", meta, async () => {
      const key = copiesKey(workshop);
      const before = copiesIn((await meta.get(key))?.value);
      await meta.put({ key, value: [...before, copy].slice(-MOST_COPIES) });
    }),
  );
}

/** Goes when the workshop is forgotten. */
function copiesKey(workshop: string): string {
  return besideKey(`${workshop}.copies`);
}

function copiesIn(value: unknown): readonly SavedCopy[] {
  return Array.isArray(value) ? value.filter(isCopy) : [];
}

function isCopy(value: unknown): value is SavedCopy {
  if (typeof value !== "object" || value === null) return false;
  return "time" in value && typeof value.time === "number" && "name" in value && typeof value.name === "string";
}
