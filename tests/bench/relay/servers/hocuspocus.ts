/** Hocuspocus with its database extension on SQLite, as its manual tells, and with the settings it comes with. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { peerLibrary } from "../../documents/peers.ts";

interface DatabaseOptions {
  fetch(data: { readonly documentName: string }): Promise<Uint8Array | null>;
  store(data: { readonly documentName: string; readonly state: Uint8Array }): Promise<void>;
}
interface ServerModule {
  readonly Server: new (options: {
    readonly port: number;
    readonly address: string;
    readonly quiet: boolean;
    readonly extensions: readonly object[];
  }) => { listen(): Promise<unknown> };
}
interface DatabaseModule {
  readonly Database: new (options: DatabaseOptions) => object;
}

/** Serves at the port in the environment, with the data in its folder, until the process is ended. */
export async function serveHocuspocus(): Promise<void> {
  const { Server } = peerLibrary<ServerModule>("@hocuspocus/server");
  const { Database } = peerLibrary<DatabaseModule>("@hocuspocus/extension-database");
  const database = new DatabaseSync(join(process.env["DATA_DIR"] ?? ".", "hocuspocus.sqlite"));
  database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
  const select = database.prepare("SELECT data FROM documents WHERE name = ?");
  const upsert = database.prepare(
    "INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
  );
  const extension = new Database({
    fetch: async ({ documentName }) => (select.get(documentName)?.["data"] as Uint8Array | undefined) ?? null,
    store: async ({ documentName, state }) => void upsert.run(documentName, state),
  });
  const port = Number(process.env["PORT"]);
  await new Server({ port, address: "127.0.0.1", quiet: true, extensions: [extension] }).listen();
}
