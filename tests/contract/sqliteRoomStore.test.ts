import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore } from "@sameside/relay";
import { expect, it } from "vitest";
import { runRoomStoreContract } from "./roomStore.ts";

runRoomStoreContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sameside-store-"));
  return {
    open: async () => openSqliteStore({ file: join(folder, "relay.sqlite") }),
    openTiny: async () => openSqliteStore({ file: join(folder, "tiny.sqlite"), maxBytes: 200_000 }),
    tidyUp: () => rm(folder, { recursive: true }),
  };
});

it("a second relay on the same folder is told so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sameside-store-"));
  const file = join(folder, "relay.sqlite");
  const store = openSqliteStore({ file });
  expect(() => openSqliteStore({ file })).toThrow("Is another relay using this folder?");
  await store.close();
  await openSqliteStore({ file }).close();
  await rm(folder, { recursive: true });
});
