/** Photos and sounds: added without a network, shared without what the camera adds, and taken out (S0-24, SPEC S25–S29, W100). */
import { createHash } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { openTcpProxy } from "../faults/tcpProxy.ts";
import { addPhoto, answerAndAdd } from "../support/addPhoto.ts";
import {
  card,
  expectState,
  heldSeat,
  invite,
  join,
  openExample,
  openLaptop,
  type PersonAtTable,
} from "../support/people.ts";
import { CAMERA, keptFiles, photo, TAKEN, tone } from "../support/pictures.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { taggedWav } from "../support/sounds.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const COUNTER = "The counter at nine, nobody there";

async function table(browser: Browser, url: string, guests: readonly string[]): Promise<PersonAtTable[]> {
  const anna = await openLaptop(browser, url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const people = [anna];
  for (const name of guests) {
    const guest = await openLaptop(browser, "about:blank");
    await join(guest.page, write.replace(/^http:\/\/[^/]+/, url), name);
    await expectState(guest.page, "saved for the table");
    people.push(guest);
  }
  return people;
}

function thumb(page: Page, what = COUNTER) {
  return page.getByRole("button", { name: `Open: ${what}` });
}

/** Chooses the card by its words: a press on its photo shows that large. */
async function choose(page: Page): Promise<void> {
  await card(page, PAIN).click({ position: { x: 40, y: 14 } });
}

/** The small photo on its card, on the map. */
function onCard(page: Page, what: string | RegExp = COUNTER) {
  return card(page, PAIN).getByRole("img", { name: what });
}

/** The thumbnail with what is said beside it. */
function row(page: Page, what = COUNTER) {
  return page.getByRole("listitem").filter({ has: thumb(page, what) });
}

async function atRelay(page: Page, hash: string): Promise<Response> {
  const { workshop, token } = await heldSeat(page);
  return fetch(`${relay.url}/api/workshops/${workshop}/attachments/${hash}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

for (const [where, url] of [
  ["localhost", () => relay.url],
  ["a plain http address in the network", () => relay.lanUrl],
] as const) {
  test(`a photo comes to the table small, and without camera, place and day, at ${where}`, async ({ browser }) => {
    const [anna, bert] = (await table(browser, url(), ["Bert"])) as [PersonAtTable, PersonAtTable];
    const taken = await photo(anna.page, 3000, 2000);
    for (const told of [CAMERA, TAKEN, "Exif"]) expect(taken.includes(told)).toBe(true);
    await addPhoto(anna.page, PAIN, taken, COUNTER);
    await expect(thumb(anna.page).getByRole("img", { name: COUNTER })).toBeVisible();

    await choose(bert.page);
    await expect(thumb(bert.page).getByRole("img", { name: COUNTER })).toBeVisible();
    const [kept] = await keptFiles(anna.page);
    const [came] = await keptFiles(bert.page);
    if (!kept || !came) throw new Error("nothing is kept");
    const uploaded = Buffer.from(await (await atRelay(anna.page, kept.hash)).arrayBuffer());
    expect(uploaded.equals(kept.bytes) && came.bytes.equals(kept.bytes)).toBe(true);
    for (const told of [CAMERA, TAKEN, "Exif"]) expect(kept.bytes.includes(told)).toBe(false);

    await thumb(bert.page).click();
    const large = bert.page.getByRole("dialog").getByRole("img", { name: COUNTER });
    await expect(large).toBeVisible();
    expect(await large.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
      2048, 1365,
    ]);
    await expect(bert.page.getByRole("dialog").getByText("Added by Anna · Shared with the table")).toBeVisible();
  });
}

test("a photo taken alone goes out when the map is shared, and whole, whatever ends it on its way (D40)", async ({
  browser,
}) => {
  const network = await openTcpProxy([relay.port]);
  const origin = relay.lanUrl.replace(String(relay.port), String(network.port));
  const anna = await openLaptop(browser, origin);
  await openExample(anna.page);
  await addPhoto(anna.page, PAIN, await photo(anna.page, 400, 300), COUNTER);
  await expect(row(anna.page)).toContainText("On this device, shared with the next connection");
  await anna.page.reload();
  await choose(anna.page);
  await expect(thumb(anna.page).getByRole("img", { name: COUNTER })).toBeVisible();

  let stopped = network.holdUpload();
  const { write } = await invite(anna.page, "Anna");
  await stopped;
  await relay.kill();
  stopped = network.holdUpload();
  await relay.start();
  await stopped;
  const [kept] = await keptFiles(anna.page);
  if (!kept) throw new Error("nothing is kept");
  expect([kept.waiting, (await atRelay(anna.page, kept.hash)).status]).toEqual([1, 404]);
  const address = anna.page.url();
  await anna.page.close();
  const again = await anna.context.newPage();
  await again.goto(address);

  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, write.replace(/^http:\/\/[^/]+/, relay.lanUrl), "Bert");
  await choose(bert.page);
  await expect(thumb(bert.page).getByRole("img", { name: COUNTER })).toBeVisible();
  const [came] = await keptFiles(bert.page);
  expect(came?.bytes.equals(kept.bytes)).toBe(true);
  expect(createHash("sha256").update(kept.bytes).digest("base64url")).toBe(came?.hash);
  await choose(again);
  await expect(thumb(again).getByRole("img", { name: COUNTER })).toBeVisible();
  await network.close();
});

test("who is in a photo is asked on their own device first, and can take themselves out later", async ({ browser }) => {
  test.slow();
  const [anna, bert, mia] = (await table(browser, relay.url, ["Bert", "Mia"])) as [
    PersonAtTable,
    PersonAtTable,
    PersonAtTable,
  ];
  await addPhoto(anna.page, PAIN, await photo(anna.page, 400, 300), COUNTER, ["Bert"]);
  await expect(row(anna.page)).toContainText("On this device only, until Bert agrees");
  await choose(mia.page);
  await expect(row(mia.page)).toContainText("Not shared yet: Bert is asked first.");
  // The map is looked at together: until then the photo is on no map, on that of who added it neither (W100).
  await expect(onCard(mia.page, "Not shared yet: Bert is asked first.")).toBeVisible();
  await expect(onCard(anna.page, "On this device only, until Bert agrees")).toBeVisible();
  await expect(onCard(anna.page)).toHaveCount(0);
  const { height } = await standingBox(card(mia.page, PAIN));
  const [kept] = await keptFiles(anna.page);
  if (!kept) throw new Error("nothing is kept");
  expect(kept.waiting).toBe(1);
  expect((await atRelay(anna.page, kept.hash)).status).toBe(404);
  await expect(mia.page.getByRole("region", { name: "A photo shows you" })).toBeHidden();

  const question = bert.page.getByRole("region", { name: "A photo shows you" });
  await expect(question).toContainText(`“${COUNTER}”, added by Anna. May it be shared with the table?`);
  await question.getByRole("button", { name: "Share it", exact: true }).click();
  await expect(question).toBeHidden();
  await expect.poll(async () => (await atRelay(anna.page, kept.hash)).status).toBe(200);
  await expect(thumb(mia.page).getByRole("img", { name: COUNTER })).toBeVisible();
  for (const { page } of [anna, mia]) await expect(onCard(page)).toBeVisible();
  expect((await standingBox(card(mia.page, PAIN))).height).toBe(height);
  const large = mia.page.getByRole("dialog").getByRole("img", { name: COUNTER });
  await onCard(mia.page).click();
  await expect(large).toBeVisible();
  await mia.page.keyboard.press("Escape");
  // In the table by the keyboard, and on a slide.
  await mia.page.getByRole("link", { name: "Table" }).click();
  const small = mia.page.getByRole("button", { name: `Show large: ${COUNTER}` });
  await card(mia.page, PAIN).focus();
  await mia.page.keyboard.press("Tab");
  await expect(small).toBeFocused();
  await mia.page.keyboard.press("Enter");
  await expect(large).toBeVisible();
  await mia.page.keyboard.press("Escape");
  await mia.page.keyboard.press("p");
  await expect(mia.page.getByRole("dialog", { name: /^Presenting/ }).getByRole("img", { name: COUNTER })).toBeVisible();
  await mia.page.keyboard.press("Escape");
  await mia.page.getByRole("link", { name: "Canvas" }).click();

  // Mia's device hears of it when it comes back.
  await mia.context.setOffline(true);
  await choose(bert.page);
  await thumb(bert.page).click();
  await bert.page.getByRole("button", { name: "Take me out", exact: true }).click();
  await expect(bert.page.getByRole("alert")).toContainText("This cannot be undone");
  await bert.page.getByRole("button", { name: "Take it out for good" }).click();
  for (const { page } of [anna, bert]) await expect(thumb(page)).toBeHidden();
  await expect.poll(async () => (await atRelay(anna.page, kept.hash)).status).toBe(410);
  await mia.context.setOffline(false);
  await expect(thumb(mia.page)).toBeHidden();
  for (const { page } of [anna, bert, mia]) await expect(onCard(page)).toHaveCount(0);
  expect((await standingBox(card(mia.page, PAIN))).height).toBeLessThan(height);
  for (const { page } of [anna, bert, mia])
    await expect.poll(async () => (await keptFiles(page)).map(({ bytes }) => bytes.length)).toEqual([0]);
  await anna.page.keyboard.press("Control+z");
  await expect(thumb(anna.page)).toBeHidden();
});

test("a photo that is refused by who is in it never leaves the device, and is gone from it", async ({ browser }) => {
  const [anna, bert] = (await table(browser, relay.lanUrl, ["Bert"])) as [PersonAtTable, PersonAtTable];
  await addPhoto(anna.page, PAIN, await photo(anna.page, 400, 300), COUNTER, ["Bert"]);
  const [kept] = await keptFiles(anna.page);
  await bert.page.getByRole("button", { name: "Do not share it" }).click();
  await expect(thumb(anna.page)).toBeHidden();
  await expect.poll(async () => (await keptFiles(anna.page)).map(({ bytes }) => bytes.length)).toEqual([0]);
  expect((await atRelay(anna.page, kept?.hash ?? "")).status).toBe(410);
});

test("a photo dropped on the page or pasted is asked about alike", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  await choose(anna.page);
  // What is dropped goes to what is chosen, and nowhere before something is.
  await expect(anna.page.getByRole("button", { name: "Add a photo" })).toBeVisible();
  const file = (await photo(anna.page, 40, 30)).toString("base64");
  for (const [how, what] of [
    ["drop", "Dropped"],
    ["paste", "Pasted"],
  ] as const) {
    await anna.page.evaluate(
      async ([kind, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const carried = new DataTransfer();
        carried.items.add(new File([bytes], "x.jpg", { type: "image/jpeg" }));
        const event =
          kind === "drop"
            ? new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      },
      [how, file] as const,
    );
    await answerAndAdd(anna.page, what);
    await expect(thumb(anna.page, what)).toBeVisible();
  }
});

test("a sound is kept without what its file says of it (S26), played to the others, and what is no sound is said to be none", async ({
  browser,
}) => {
  const [anna, bert] = (await table(browser, relay.url, ["Bert"])) as [PersonAtTable, PersonAtTable];
  await choose(anna.page);
  const soundField = anna.page.locator("input[type=file][accept='audio/*']");
  await soundField.setInputFiles({ name: "no.wav", mimeType: "audio/wav", buffer: Buffer.from("no sound at all") });
  await expect(anna.page.getByRole("alert")).toContainText("Only pictures");
  await expect(anna.page.getByRole("button", { name: "Add it" })).toBeDisabled();
  await anna.page.getByRole("button", { name: "Cancel" }).click();

  await soundField.setInputFiles({ name: "tone.wav", mimeType: "audio/wav", buffer: taggedWav() });
  await expect(anna.page.getByText(/It sounds as it was recorded/)).toBeVisible();
  await answerAndAdd(anna.page, "The waiting music");
  await choose(bert.page);
  await thumb(bert.page, "The waiting music").click();
  const player = bert.page.getByRole("dialog").getByLabel("The waiting music");
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(1, 1);
  const [kept] = await keptFiles(bert.page);
  expect(kept?.bytes.equals(tone())).toBe(true);
});

test("a picture that the browser cannot read is refused with a sentence", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  await choose(anna.page);
  await anna.page
    .locator("input[type=file][accept='image/*']")
    .setInputFiles({ name: "x.heic", mimeType: "image/heic", buffer: Buffer.from("not a picture") });
  await expect(anna.page.getByRole("alert")).toContainText("Save it as JPEG or PNG");
  await expect(anna.page.getByRole("button", { name: "Add it" })).toBeDisabled();
});
