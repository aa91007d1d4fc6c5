/** Private notes: kept on this device, apart from everything that leaves it (SPEC S24). */
import { openNotebook } from "@sameside/replica";
import { IDBFactory } from "fake-indexeddb";
import { expect, it } from "vitest";
import { openNotes, settled, write } from "./support/notes.ts";

const WORKSHOP = "workshop-a";

async function databasesOf(factory: IDBFactory): Promise<string[]> {
  return (await factory.databases()).map(({ name }) => name ?? "").sort();
}

it("notes are there again when the notebook is opened anew, the last one first", async () => {
  const factory = new IDBFactory();
  const first = openNotebook(factory);
  await first.write([
    { workshop: WORKSHOP, text: "Ask about the queue", place: "touchpoint-1" },
    { workshop: WORKSHOP, text: "Two days, not one" },
  ]);
  await first.write([{ workshop: "workshop-b", text: "Elsewhere" }]);
  first.close();
  const again = openNotebook(factory);
  const notes = await again.of(WORKSHOP);
  expect(notes.map(({ text, place }) => [text, place])).toEqual([
    ["Two days, not one", undefined],
    ["Ask about the queue", "touchpoint-1"],
  ]);
  expect((await again.all()).map(({ text }) => text)).toContain("Elsewhere");
  again.close();
});

it("a note is changed, removed, and brought back as it was; listeners hear each time", async () => {
  const notebook = openNotebook(new IDBFactory());
  let heard = 0;
  notebook.subscribe(() => {
    heard += 1;
  });
  const [note] = await notebook.write([{ workshop: WORKSHOP, text: "First" }]);
  if (!note) throw new Error("no note was written");
  await notebook.put({ ...note, text: "Second" });
  await notebook.remove(note.id);
  expect(await notebook.of(WORKSHOP)).toEqual([]);
  await notebook.put({ ...note, text: "Second" });
  expect(await notebook.of(WORKSHOP)).toEqual([{ ...note, text: "Second" }]);
  expect(heard).toBe(4);
  notebook.close();
});

it("a workshop that is forgotten takes its notes with it, and no others", async () => {
  const notebook = openNotebook(new IDBFactory());
  await notebook.write([
    { workshop: WORKSHOP, text: "Goes" },
    { workshop: "workshop-b", text: "Stays" },
  ]);
  await notebook.forget(WORKSHOP);
  expect((await notebook.all()).map(({ text }) => text)).toEqual(["Stays"]);
  notebook.close();
});

it("they lie in a database of their own, and nothing of them in the one of the workshops", async () => {
  const factory = new IDBFactory();
  const replica = await openNotes(factory);
  write(replica, "a", "on the board");
  await replica.saved();
  const notebook = openNotebook(factory);
  await notebook.write([{ workshop: WORKSHOP, text: "a secret of mine" }]);
  notebook.close();
  await replica.close();
  expect(await databasesOf(factory)).toEqual(["sameside", "sameside-notebook"]);
  const database = await settled(factory.open("sameside"));
  const tables = [...database.objectStoreNames];
  const all = await Promise.all(
    tables.map((table) => settled(database.transaction(table).objectStore(table).getAll())),
  );
  database.close();
  expect(tables.length).toBeGreaterThan(5);
  expect(JSON.stringify(all)).toContain("on the board");
  expect(JSON.stringify(all)).not.toContain("secret of mine");
});

it("a device that keeps nothing says so for each note", async () => {
  const notebook = openNotebook(null);
  await expect(notebook.write([{ workshop: WORKSHOP, text: "x" }])).rejects.toThrow("keeps nothing");
  await expect(notebook.of(WORKSHOP)).rejects.toThrow("keeps nothing");
});
