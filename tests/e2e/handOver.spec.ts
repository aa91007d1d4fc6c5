/** By file: laptops that never share a relay end equal, whatever the file, and whichever program made it. */
import { expect, type Page } from "@playwright/test";
import { readBundle, readSameside, writeSameside } from "@sameside/interchange";
import { boardFromState, readBoard } from "@sameside/model";
import * as Y from "yjs";
import { addPhoto } from "../support/addPhoto.ts";
import { copyOfMap, downloaded, dropFiles, type HandedFile, rowCounts, takeIn } from "../support/handOver.ts";
import { card, expectState, invite, more, openExample, openLaptop, savedBoard, writeCard } from "../support/people.ts";
import { photo } from "../support/pictures.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

const PAIN = "Old part numbers find nothing";
const COUNTER = "The counter at nine";
let here: RelayProcess;
let there: RelayProcess;
test.beforeAll(async () => {
  [here, there] = await Promise.all([startRelayProcess(), startRelayProcess()]);
});
test.afterAll(async () => {
  await Promise.all([here.remove(), there.remove()]);
});

/** One file, chosen on the start page. */
async function openOne(page: Page, { name, bytes }: HandedFile): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a file/ }).click();
  await (await choosing).setFiles({ name, mimeType: "application/zip", buffer: Buffer.from(bytes) });
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
}

function contentsOf({ bytes }: HandedFile) {
  const read = readSameside(bytes);
  if (!read.ok) throw new Error(`The copy cannot be read: ${read.problem.code}`);
  return read.contents;
}

test("two laptops that never share a relay end equal by files both ways, dropped on the open maps (S32)", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, here.url);
  await openExample(anna.page);
  await invite(anna.page, "Anna");
  await anna.page.getByRole("button", { name: "More", exact: true }).click();
  await anna.page.getByRole("menuitem", { name: "Close the workshop…" }).click();
  await anna.page.getByLabel("Keep people's words until").fill("2031-05-01");
  await anna.page.getByRole("button", { name: "Keep this day" }).click();
  await addPhoto(anna.page, PAIN, await photo(anna.page, 600, 400), COUNTER);
  await expectState(anna.page, "saved for the table");

  const bert = await openLaptop(browser, there.url);
  await openOne(bert.page, await copyOfMap(anna.page));
  await expect(card(bert.page, PAIN)).toBeVisible();
  await writeCard(anna.page, "Stock list is a week old", "Written by Anna meanwhile");
  await writeCard(bert.page, "Stock list is a week old", "Written by Bert elsewhere");

  const fromAnna = await copyOfMap(anna.page);
  const fromBert = await copyOfMap(bert.page);
  await takeIn(anna.page, [fromBert]);
  await expect(card(anna.page, "Written by Bert elsewhere")).toBeVisible();
  await takeIn(bert.page, [fromAnna]);
  await expect(card(bert.page, "Written by Anna meanwhile")).toBeVisible();
  // A file that was taken in changes nothing when it comes again, also when an older one comes after a newer one.
  await takeIn(bert.page, [fromAnna, fromBert]);

  const [ofAnna, ofBert] = [contentsOf(await copyOfMap(anna.page)), contentsOf(await copyOfMap(bert.page))];
  expect(ofBert.documents.map(({ room, kind, view }) => ({ room, kind, view }))).toEqual(
    ofAnna.documents.map(({ room, kind, view }) => ({ room, kind, view })),
  );
  expect(ofAnna.documents.map(({ kind }) => kind)).toEqual(["board", "plan"]);
  expect(ofBert.answers).toEqual(ofAnna.answers);
  expect(ofBert.answers).toMatchObject([{ topic: "name", value: "Anna" }]);
  expect(ofAnna.attachments).toHaveLength(1);
  expect(ofBert.attachments).toEqual(ofAnna.attachments);
  await card(bert.page, PAIN).click({ position: { x: 40, y: 14 } });
  await bert.page.getByRole("button", { name: `Open: ${COUNTER}` }).click();
  await expect(bert.page.getByRole("dialog").getByRole("img", { name: COUNTER })).toHaveJSProperty("naturalWidth", 600);
});

test("several files at once: each says what it is, and one that cannot be read changes nothing", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, here.url);
  await openExample(anna.page);
  const whole = await copyOfMap(anna.page);
  const { page } = await openLaptop(browser, there.url);
  const foreign = Uint8Array.from(whole.bytes);
  // The name of the manifest in the ZIP, twice.
  for (let at = 0; at + 13 < foreign.length; at++)
    if (Buffer.from(foreign.subarray(at, at + 13)).toString() === "manifest.json") foreign[at] = 0x6e;
  const damaged = [
    { name: "cut.sameside", bytes: whole.bytes.subarray(0, whole.bytes.length - 200) },
    { name: "other.sameside", bytes: foreign },
    { name: "bomb.sameside", bytes: claimingTooMuch(whole.bytes) },
  ];
  const before = await rowCounts(page);
  await dropFiles(page, damaged);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("None of these can be opened here. Nothing was changed.")).toBeVisible();
  for (const line of await dialog.getByRole("listitem").all()) await expect(line).toHaveText(/\S+ .{15,}[.]/);
  await page.keyboard.press("Escape");
  expect(await rowCounts(page)).toEqual(before);

  await takeIn(page, [...damaged, whole, { name: "map.mmd", bytes: Buffer.from("journey\n section A\n  B: 3: C\n") }]);
  await page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await expect(card(page, PAIN)).toBeVisible();
});

test("a file that a newer Sameside has changed opens read-only, and nothing of it is lost (S33)", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, here.url);
  await openExample(anna.page);
  const contents = contentsOf(await copyOfMap(anna.page));
  const documents = contents.documents.map((document) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, document.state);
    doc.getMap("meta").set("minWriter", 2);
    doc.getMap("robots").set("r1", "known to a newer program only");
    return { ...document, state: Y.encodeStateAsUpdate(doc) };
  });
  const newer = { name: "newer.sameside", bytes: writeSameside({ ...contents, documents }) };

  const { page } = await openLaptop(browser, there.url);
  await dropFiles(page, [newer]);
  await expect(page.getByRole("dialog").getByText(/changed by a newer Sameside/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(card(page, PAIN)).toBeVisible();
  await expect(page.getByRole("button", { name: "New card" })).toBeHidden();
  const again = contentsOf(await copyOfMap(page)).documents[0]?.state ?? new Uint8Array();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, again);
  expect(doc.getMap("robots").toJSON()).toEqual({ r1: "known to a newer program only" });
  expect(allTexts(again)).toEqual(allTexts(contents.documents[0]?.state ?? new Uint8Array()));
});

test("my things go along to another address: maps, my own cards, and the keys only when asked for (S34)", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, here.lanUrl);
  await openExample(anna.page);
  await writeCard(anna.page, PAIN, "My own card");
  await expectState(anna.page, "safe on this laptop");
  await anna.page.goto(`${here.lanUrl}/#/`);
  await expect(anna.page.getByText(/a reload needs the laptop that serves this page/)).toBeVisible();
  const take = async (withKeys: boolean) => {
    await anna.page.getByRole("button", { name: "Take my things along…" }).click();
    if (withKeys) await anna.page.getByRole("checkbox", { name: /With the keys/ }).check({ force: true });
    return downloaded(anna.page, () => anna.page.getByRole("button", { name: "Save the file" }).click());
  };
  const without = await take(false);
  const withKeys = await take(true);
  for (const [file, keys] of [
    [without, 0],
    [withKeys, 1],
  ] as const) {
    const read = readBundle(file.bytes);
    if (!read?.ok) throw new Error("the file cannot be read");
    expect(read.bundle.workshops.filter(({ secret }) => secret !== undefined)).toHaveLength(keys);
  }

  const { page } = await openLaptop(browser, there.url);
  await openOne(page, withKeys);
  await page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await card(page, "My own card").click();
  // Only its author words a card; others may suggest.
  await expect(page.getByLabel("Words on the card", { exact: true })).toBeEditable();
  await invite(page, "Anna");
  await expectState(page, "saved for the table");
  expect(allCardTexts(await savedBoard(page))).toContain("My own card");
});

test("a file holds what everybody reads and the own answers: no other person's, and nobody's vote (S34, S47)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, here.lanUrl);
  await openExample(page);
  await expectState(page, "safe on this laptop");
  // What a helper's device has: answers that were entered for others, and what others said to who helps.
  const own = await keepAnswers(page, [
    ["name", "jo", "today", "Jo"],
    ["preTask", "jo", "task1", { done: true, answer: "Jo-alone-in-spring" }],
    ["needs", "jo", "today", { other: "Jo-alone-by-the-door" }],
    ["vote", "jo", "round1", "Sealed-vote"],
    ["vote", "", "round1", "Sealed-vote"],
    ["needs", "", "today", { other: "Own-need" }],
  ]);
  await page.reload();
  const copy = contentsOf(await copyOfMap(page)).answers;
  const others = [
    await savedAs(page, "Save as Mermaid…", "Save in another format"),
    await savedAs(page, "Save as a spreadsheet…", "Save in another format"),
    await savedAs(page, "Print, or save as a picture…"),
  ];
  await page.goto(`${here.lanUrl}/#/`);
  await page.getByRole("button", { name: "Take my things along…" }).click();
  const along = await downloaded(page, () => page.getByRole("button", { name: "Save the file" }).click());
  const read = readBundle(along.bytes);
  if (!read?.ok) throw new Error("the file cannot be read");
  const [taken] = read.bundle.workshops;

  for (const answers of [copy, taken?.contents.answers]) {
    const text = JSON.stringify(answers);
    expect(text).toContain('"Jo"');
    expect(text).not.toContain("Jo-alone");
    expect(text).not.toContain('"vote"');
  }
  expect(JSON.stringify(copy)).not.toContain("Own-need");
  expect(taken?.contents.answers).toContainEqual(expect.objectContaining({ topic: "needs", person: own }));
  const whole = [...others.map(({ bytes }) => Buffer.from(bytes).toString("utf8")), JSON.stringify(read.bundle)];
  for (const text of whole) expect(text).not.toContain("Sealed-vote");
});

/** By the menu, then the button of the dialog that it opens. */
async function savedAs(page: Page, item: string, group?: string): Promise<HandedFile> {
  await more(page, item, group);
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: /^(?:Save the file|Save as picture \(SVG\))$/ });
  const file = await downloaded(page, () => save.click());
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return file;
}

type Answer = readonly [topic: string, person: string, item: string, value: unknown];

/** Puts answers where the device keeps those of its one workshop; "" is its own person, whose id comes back. */
function keepAnswers(page: Page, answers: readonly Answer[]): Promise<string> {
  return page.evaluate(
    (rows) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("sameside");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(["workshops", "meta", "answers"], "readwrite");
          const workshops = transaction.objectStore("workshops").getAll();
          const person = transaction.objectStore("meta").get("person");
          person.onsuccess = () => {
            const own: string = person.result.value;
            for (const [topic, of, item, value] of rows) {
              const row = { topic, person: of || own, item, value, time: Date.now() };
              const { id } = workshops.result[0];
              const key = `${row.topic}/${row.person}/${row.item}`;
              transaction.objectStore("answers").put({ workshop: id, key, row, waiting: 1 });
            }
            transaction.oncomplete = () => {
              opening.result.close();
              resolve(own);
            };
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    answers,
  );
}

function allCardTexts(view: ReturnType<typeof readBoard>): string[] {
  return view.journeys
    .flatMap((journey) => journey.phases)
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .flatMap((holder) => Object.values(holder.cardsByLane).flat())
    .map(({ text }) => text)
    .sort();
}

function allTexts(state: Uint8Array): string[] {
  return allCardTexts(readBoard(boardFromState(state)));
}

/** The sizes in the ZIP's directory say two gigabytes. */
function claimingTooMuch(bytes: Uint8Array): Uint8Array {
  const lying = Buffer.from(bytes);
  for (let at = 0; at + 4 < lying.length; at++)
    if (lying.readUInt32LE(at) === 0x02014b50) lying.writeUInt32LE(0x7fffffff, at + 24);
  return new Uint8Array(lying);
}
