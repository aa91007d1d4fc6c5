/** Everything a device has stored, as text in which words can be looked for. */
import type { Page } from "@playwright/test";

/** Each field of each row of each table, unpacked where it is packed. Read past the app. */
export function storedTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const textOf = async (value: unknown): Promise<string> => {
      if (!(value instanceof Uint8Array)) return JSON.stringify(value) ?? "";
      const isZipped = value[0] === 0x1f && value[1] === 0x8b;
      const bytes = new Blob([new Uint8Array(value)]).stream();
      const stream = isZipped ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
      return new Response(stream).text();
    };
    const database = await settled(indexedDB.open("sameside"));
    const texts: Promise<string>[] = [];
    for (const table of database.objectStoreNames) {
      const rows = await settled(database.transaction(table).objectStore(table).getAll());
      for (const row of rows) for (const value of Object.values(row as object)) texts.push(textOf(value));
    }
    database.close();
    return Promise.all(texts);
  });
}
