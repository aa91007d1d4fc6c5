/** The database of private notes: apart from the workshops', so that nothing that reads those can meet a note. */
import { Dexie, type Table } from "dexie";
import { deviceFactory, withPatience } from "../disk/database.ts";
import type { Note } from "./notebook.ts";

export interface NotebookDisk {
  /** Rejects with its error, or when the database does not answer in time; the next request opens it anew. */
  run<T>(request: (notes: Table<Note, string>) => PromiseLike<T>): Promise<T>;
  close(): void;
}

type Database = Dexie & { readonly notes: Table<Note, string> };

const DATABASE_NAME = "sameside-notebook";

export function openNotebookDisk(factory: IDBFactory | null = deviceFactory()): NotebookDisk {
  let database: Database | undefined;
  const hopes = new Set<() => void>();
  return {
    async run(request) {
      database ??= openDatabase(factory);
      const used = database;
      try {
        return await withPatience(request(used.notes), hopes);
      } catch (error) {
        // A connection that met a full disk stays dead.
        used.close();
        if (database === used) database = undefined;
        throw error;
      }
    },
    close() {
      database?.close();
      database = undefined;
    },
  };
}

function openDatabase(factory: IDBFactory | null): Database {
  if (!factory)
    throw new Error("This browser keeps nothing on this device. Leave private mode, or use another browser.");
  const database = new Dexie(DATABASE_NAME, {
    indexedDB: factory,
    IDBKeyRange: globalThis.IDBKeyRange,
    cache: "disabled",
    // Nobody else has a copy.
    chromeTransactionDurability: "strict",
  }) as Database;
  database.version(1).stores({ notes: "id, workshop" });
  return database;
}
