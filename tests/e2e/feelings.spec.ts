/** How it feels: the table's own scale, ways to rate, and whose feelings the curve tells (SPEC W32–W35). */
import { type Browser, expect, type Page } from "@playwright/test";
import { addCustomerType, addPeople, asPlanDocument, type BoardView } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { expectNothingSerious } from "../support/axe.ts";
import { heldSeat, invite, join, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

async function twoAtTheTable(browser: Browser): Promise<{ anna: Page; jo: Page; write: string }> {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo", "a customer");
  return { anna, jo, write };
}

const inspector = (page: Page) => page.getByRole("complementary");
/** In the inspector, where something that Jo rated is chosen. */
async function showMine(page: Page): Promise<void> {
  await inspector(page).getByText("You may show mine", { exact: true }).click();
  await expect(inspector(page).getByRole("checkbox", { name: /^You may show mine/ })).toBeChecked();
}
/** How high the highest of these is drawn, in layout units; 0 where nothing is. */
const drawnHeight = (page: Page, what: string) =>
  page
    .locator(what)
    .evaluateAll((drawn) => Math.max(0, ...drawn.map((it) => (it as SVGGraphicsElement).getBBox().height)));
const slider = (page: Page, touchpoint: string) => page.getByRole("slider", { name: new RegExp(touchpoint) });
const touchpointNamed = (page: Page, title: string) => page.locator("[data-touchpoint-id]").filter({ hasText: title });
/** What the curves say of a touchpoint, in words. */
const said = (page: Page, touchpoint: string) => page.getByRole("listitem").filter({ hasText: `${touchpoint}. ` });

const allTouchpoints = ({ journeys }: BoardView) =>
  journeys.flatMap(({ phases }) => phases).flatMap(({ touchpoints }) => touchpoints);

test("a table rates on levels and names of its own, by keys, a drag and a click, and everybody sees these names", async ({
  browser,
}) => {
  const { anna, jo } = await twoAtTheTable(browser);
  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  await inspector(anna).getByText("The scale").click();
  await inspector(anna).getByRole("radio", { name: "3", exact: true }).check({ force: true });
  await inspector(anna).getByLabel("Level +1").fill("in good hands");
  await inspector(anna).getByLabel("Level −1").fill("fobbed off");
  await inspector(anna).getByLabel("Level −1").press("Enter");
  await expect(inspector(anna).getByText("3 levels, fobbed off … in good hands")).toBeVisible();

  await expect(jo.getByText("in good hands").first()).toBeVisible();

  // By keys, on the point itself.
  const order = slider(jo, "Place the order");
  await order.focus();
  await order.press("ArrowUp");
  await expect(order).toHaveAttribute("aria-valuetext", "in good hands");
  // By a drag of the point.
  const portal = slider(jo, "Search the portal");
  await portal.hover();
  await jo.mouse.down();
  const from = await standingBox(portal);
  await jo.mouse.move(from.x + 13, from.y + 90, { steps: 4 });
  await jo.mouse.up();
  await expect(portal).toHaveAttribute("aria-valuetext", "fobbed off");
  // By a click in the lane, above the touchpoint's column.
  const point = await standingBox(slider(jo, "Check own stock"));
  await jo.mouse.click(point.x - 85, point.y - 45);
  await expect(slider(jo, "Check own stock")).toHaveAttribute("aria-valuetext", "in good hands");

  // In Jo's own words, which others see without a name; the table says the same names.
  await touchpointNamed(jo, "Search the portal").click();
  await inspector(jo).getByLabel("In my own words").fill("sent away");
  await inspector(jo).getByLabel("In my own words").press("Enter");
  // At a table of two nobody hears it until Jo lets it be shown.
  await touchpointNamed(anna, "Search the portal").click();
  const theirs = inspector(anna).getByRole("list", { name: "In their own words" });
  await expect(theirs).toBeHidden();
  await showMine(jo);
  await expect(theirs).toHaveText("“sent away” customer");
  await expect(inspector(anna).getByRole("list", { name: "Shown with a name" })).toHaveText("Jo: fobbed off customer");
  await jo.getByRole("link", { name: "Table" }).click();
  await expect(
    jo.getByRole("button", { name: "How does Place the order feel to you? Me: in good hands" }),
  ).toBeVisible();

  const [journey] = (await savedBoard(anna)).journeys;
  expect(journey).toMatchObject({ scale: { min: -1, max: 1 }, levelWords: ["fobbed off", "", "in good hands"] });
  const rated = journey?.phases
    .flatMap((phase) => phase.touchpoints)
    .flatMap(({ title, ratings }) =>
      ratings.filter(({ raw }) => raw === undefined).map(({ value, words }) => ({ title, value, words })),
    );
  expect(rated).toEqual([
    { title: "Check own stock", value: 1, words: undefined },
    { title: "Search the portal", value: -1, words: "sent away" },
    { title: "Place the order", value: 1, words: undefined },
  ]);

  // On ten levels a step is a ninth of the way from the worst to the best.
  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  await inspector(anna).getByText("The scale").click();
  await inspector(anna).getByRole("radio", { name: "10", exact: true }).check({ force: true });
  const tenth = slider(anna, "Place the order");
  await tenth.press("Home");
  await tenth.press("ArrowUp");
  await expect(tenth).toHaveAttribute("aria-valuetext", /, 2 of 10$/);
  const ratings = allTouchpoints(await savedBoard(anna)).find(({ title }) => title === "Place the order")?.ratings;
  expect(ratings?.map(({ value }) => value)).toContainEqual(expect.closeTo(-1 + 2 / 9));
});

test("the curve tells both sides apart, the gap between them, and another map beside this one", async ({ browser }) => {
  const { anna, jo } = await twoAtTheTable(browser);
  for (const touchpoint of ["Search the portal", "Call the branch", "Place the order"])
    await slider(anna, touchpoint).press("End");
  await slider(jo, "Search the portal").press("Home");
  await touchpointNamed(jo, "Search the portal").click();
  await showMine(jo);
  await expect(said(anna, "Search the portal")).toContainText("Customers: Let down, 2 people.");
  await expect(said(anna, "Search the portal")).toContainText("Colleagues: Delighted, 1 person. peak");
  await expect(said(anna, "Fit the pump")).toContainText("end");

  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  await expect(said(anna, "Search the portal")).not.toContainText("biggest gap");
  await inspector(anna).getByRole("radio", { name: "shown", exact: true }).check({ force: true });
  await expect(said(anna, "Search the portal")).toContainText("biggest gap");
  await expectNothingSerious(anna);
  // The drawing follows: Jo's change of mind widens the band of the customers and narrows the gap.
  const [band, gap] = ["[data-series=customers] .canvas-spread", ".canvas-gap"] as const;
  const before = { band: await drawnHeight(anna, band), gap: await drawnHeight(anna, gap) };
  await slider(jo, "Search the portal").press("End");
  await expect(said(anna, "Search the portal")).not.toContainText("Customers: Let down");
  await expect.poll(() => drawnHeight(anna, band)).toBeGreaterThan(before.band);
  expect(await drawnHeight(anna, gap)).toBeLessThan(before.gap);
  await slider(jo, "Search the portal").press("Home");
  await expect.poll(() => drawnHeight(anna, gap)).toBe(before.gap);
  // So does the mark of a moment of truth: another side, another size, another place.
  const moment = anna.getByRole("button", { name: /^Moment of truth at Call the branch/ });
  await expect(moment).toHaveClass(/is-up/);
  const up = await standingBox(moment.locator("svg"));
  await moment.click();
  await inspector(anna).getByRole("radio", { name: /^−3: / }).check({ force: true });
  await expect(moment).toHaveClass(/is-down/);
  const down = await standingBox(moment.locator("svg"));
  expect(down.height).toBeGreaterThan(up.height);
  expect(down.y).toBeGreaterThan(up.y + up.height);
  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  await inspector(anna).getByRole("radio", { name: "Everybody as one" }).check({ force: true });
  await expect(said(anna, "Search the portal")).toContainText("Everybody: Okay, 3 people.");
  // What one device shows is its own matter, and stays over a reload.
  await expect(said(jo, "Search the portal")).toContainText("Customers: ");
  await anna.reload();
  await expect(said(anna, "Search the portal")).toContainText("Everybody: Okay, 3 people.");

  await more(anna, /what-if/i, "This map");
  await expect(anna.getByRole("button", { name: "Lane: Feeling" })).toContainText("Feeling");
  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  const beside = inspector(anna).getByRole("radio", { name: /^Everybody, beside/ });
  // The panel of the new map is still being drawn: only what stands can be pressed.
  await standingBox(beside);
  await beside.check({ force: true });
  await slider(anna, "Search the portal").press("End");
  await expect(said(anna, "Search the portal")).toContainText("Everybody: Delighted, 1 person.");
  await expect(said(anna, "Search the portal")).toContainText("The other map: Okay, 3 people.");
  // A kept view holds it.
  await more(anna, "Views…");
  await anna.getByLabel("Name of the view").fill("Beside today");
  await anna.keyboard.press("Enter");
  await anna.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await inspector(anna).getByRole("radio", { name: "Customers and colleagues apart" }).check({ force: true });
  await expect(said(anna, "Search the portal")).not.toContainText("The other map");
  await more(anna, "Views…");
  await anna.getByRole("button", { name: "Show Beside today" }).click();
  await expect(said(anna, "Search the portal")).toContainText("The other map: Okay, 3 people.");
});

test("customers are told apart by type, by a name only where the workshop shows it, and a view of it is given on", async ({
  browser,
}) => {
  const { anna, jo, write } = await twoAtTheTable(browser);
  const { page: kim } = await openLaptop(browser, relay.url);
  await join(kim, write, "Kim", "a customer");
  const { workshop, token, person } = await heldSeat(anna);
  const desk = connectDevice(relay.url, planRoom(workshop), token);
  await desk.heard(({ say }) => say === "hello");
  const plan = asPlanDocument(desk.doc);
  const by = { person, role: "facilitator", now: Date.now } as const;
  const types = [
    { name: "Distributors", isShown: true, page: jo, level: "Home" },
    { name: "Rejectors", isShown: false, page: kim, level: "End" },
  ];
  for (const { name, isShown, page, level } of types) {
    const added = addCustomerType(plan, by, { name, isShown });
    if (added.outcome !== "done") throw new Error(`${name} was refused`);
    const seat = await heldSeat(page);
    addPeople(plan, by, { people: [{ person: seat.person, role: "customer", customerType: added.value }] });
    await slider(page, "Search the portal").press(level);
  }
  await anna.getByRole("button", { name: "Lane: Feeling" }).click();
  await inspector(anna).getByRole("radio", { name: "Customer types apart" }).check({ force: true });
  const portal = said(anna, "Search the portal");
  // Of three customers nobody is told apart by type before they say so: who is left over would be known, too.
  await expect(portal).toHaveCount(0);
  for (const { page } of types) {
    await touchpointNamed(page, "Search the portal").click();
    await showMine(page);
  }
  await expect(portal).toContainText("Distributors: Let down, 1 person.");
  await expect(portal).toContainText("Customer type B: Delighted, 1 person.");
  await expect(portal).not.toContainText("Rejectors");

  // Without one type, with this curve: kept as a view, and shown again.
  await more(anna, "What is shown…");
  const shown = anna.getByRole("dialog", { name: "What is shown" });
  await expect(shown.getByRole("group", { name: "Customers of type" })).not.toContainText("Rejectors");
  await shown.getByText("Distributors", { exact: true }).click();
  await shown.getByRole("button", { name: "Done" }).click();
  await expect(portal).not.toContainText("Distributors");
  await more(anna, "Views…");
  await anna.getByLabel("Name of the view").fill("Type B alone");
  await anna.keyboard.press("Enter");
  await anna.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await anna.getByRole("button", { name: "Show all" }).click();
  await inspector(anna).getByRole("radio", { name: "Everybody as one" }).check({ force: true });
  await expect(portal).toContainText("Everybody");
  await more(anna, "Views…");
  await anna.getByRole("button", { name: "Show Type B alone" }).click();
  await expect(portal).toContainText("Customer type B: Delighted, 1 person.");
  await expect(portal).not.toContainText("Distributors");

  // Kim opens its link, and has before them what Anna has.
  await anna.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await more(anna, "Views…");
  await anna.getByRole("button", { name: "Copy the link of Type B alone" }).click();
  await expect(anna.getByText("The link was copied.")).toBeVisible();
  const link = await anna.evaluate(() => navigator.clipboard.readText());
  const kims = await kim.context().newPage();
  await kims.goto(link);
  await expect(said(kims, "Search the portal")).toContainText("Customer type B: Delighted, 1 person.");
  await expect(said(kims, "Search the portal")).not.toContainText("Distributors");
  await expect(kims.getByRole("region", { name: "What is shown" })).toContainText("hidden");
  desk.provider.destroy();
});
