/** Which files of a workshop have left this device, so that who withdraws can be told what cannot be called back. */
import { keepBeside, keptBeside } from "@sameside/replica";

export interface SavedFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** The oldest are forgotten. */
const MOST_NOTED = 200;

export async function noteSavedFile(workshop: string, name: string): Promise<void> {
  const saved = [...(await savedFiles(workshop)), { name, time: Date.now() }];
  await keepBeside(placeOf(workshop), saved.slice(-MOST_NOTED));
}

/** In the order in which they were saved. */
export async function savedFiles(workshop: string): Promise<readonly SavedFile[]> {
  const kept = await keptBeside(placeOf(workshop));
  return Array.isArray(kept) ? kept.filter(isSavedFile) : [];
}

function placeOf(workshop: string): string {
  return `${workshop}.savedFiles`;
}

function isSavedFile(value: unknown): value is SavedFile {
  if (typeof value !== "object" || value === null || !("name" in value && "time" in value)) return false;
  return typeof value.name === "string" && typeof value.time === "number";
}
