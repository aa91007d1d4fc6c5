/** Files from hand to hand: saved from one page, dropped on another, and looked into. */
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `save` makes the page download. */
export async function downloaded(page: Page, save: () => Promise<void>): Promise<HandedFile> {
  const downloading = page.waitForEvent("download");
  await save();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** A copy of the open map, by the menu. */
export function copyOfMap(page: Page): Promise<HandedFile> {
  return downloaded(page, async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /Save a copy/ }).click();
  });
}

/** Drops files on the page, as a person does from their desktop. */
export async function dropFiles(page: Page, files: readonly HandedFile[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  // Before there is something to drop on, nothing takes it.
  await page.getByRole("main").first().waitFor();
  const held = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, plain);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("body", type, { dataTransfer: held, bubbles: true, cancelable: true });
}

/** Drops files, puts them together with what is there, and closes the dialog. */
export async function takeIn(page: Page, files: readonly HandedFile[]): Promise<void> {
  await dropFiles(page, files);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Put them together" }).click();
  await expect(dialog.getByText("Done.", { exact: true }).last()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

/** How many rows each table of this device holds, of all workshops. */
export function rowCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open("sameside");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const countByTable: Record<string, number> = {};
          // Its rows are the device's own, and the marks of a visit.
          const tables = [...database.objectStoreNames].filter((table) => table !== "meta");
          const transaction = database.transaction(tables);
          for (const table of tables) {
            const counting = transaction.objectStore(table).count();
            counting.onsuccess = () => {
              countByTable[table] = counting.result;
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve(countByTable);
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
  );
}
