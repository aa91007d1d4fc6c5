/** Takes a file out: its bytes everywhere, and what refers to it on this board. */
import { takeOutFile } from "@sameside/model";
import type { FileDesk } from "./slot.ts";

/** Not through `run`: it must not stand in a history, from which it could be brought back. Never rejects. */
export async function takeOut({ live, editable }: Pick<FileDesk, "live" | "editable">, file: string): Promise<void> {
  try {
    await live.files.takeOut(file);
  } catch (error) {
    // It stays shown, so it can be tried again.
    console.warn("A file could not be taken out", error);
    return;
  }
  if (editable) takeOutFile(live.board, live.by, { file });
}
