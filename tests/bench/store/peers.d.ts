/** What the bench uses of the peers, whose own types are not installed for `tsc`. */
declare module "y-indexeddb" {
  import type { Doc } from "yjs";

  export class IndexeddbPersistence {
    readonly whenSynced: Promise<unknown>;
    readonly db: IDBDatabase | null;
    constructor(name: string, doc: Doc);
    destroy(): Promise<void>;
  }
}

declare module "y-dexie" {
  import type { Dexie } from "dexie";
  import type { Doc } from "yjs";

  export class DexieYProvider {
    static load(doc: Doc): DexieYProvider;
    readonly whenLoaded: Promise<unknown>;
  }
  export default function addon(database: Dexie): void;
}

declare module "dexie" {
  interface Table {
    readonly name: string;
    put(row: unknown): Promise<unknown>;
    get(key: string): Promise<unknown>;
    count(): Promise<number>;
  }
  export class Dexie {
    readonly tables: readonly Table[];
    constructor(name: string, options: { readonly addons: readonly unknown[] });
    version(version: number): { stores(schema: Readonly<Record<string, string>>): void };
    table(name: string): Table;
    transaction(mode: string, tables: readonly string[], use: () => Promise<void>): Promise<void>;
    close(): void;
  }
}
