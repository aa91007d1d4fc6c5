/** A board on which customers of two types felt otherwise, and let it be shown. */
import type { Page } from "@playwright/test";
import { addCustomerType, addPeople, asPlanDocument } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

/** What a customer of each type does at the touchpoints of the example, in turn: keys of the point in the lane. */
const KEYS = [
  ["End", "ArrowDown", "Home", "Home", "ArrowUp"],
  ["ArrowUp", "End", "ArrowDown", "End", "End"],
] as const;

/** `facilitator` has the board open, as has each of the customers, who are of a type of their own. */
export async function openShownTypes(relayUrl: string, facilitator: Page, customers: readonly Page[]): Promise<void> {
  const { workshop, token, person } = await heldSeat(facilitator);
  const desk = connectDevice(relayUrl, planRoom(workshop), token);
  await desk.heard(({ say }) => say === "hello");
  const plan = asPlanDocument(desk.doc);
  const by = { person, role: "facilitator", now: Date.now } as const;
  for (const [index, page] of customers.entries()) {
    const added = addCustomerType(plan, by, { name: index === 0 ? "Distributors" : "Fitters", isShown: index === 0 });
    if (added.outcome !== "done") throw new Error("the type was refused");
    const seat = await heldSeat(page);
    addPeople(plan, by, { people: [{ person: seat.person, role: "customer", customerType: added.value }] });
    const points = page.getByRole("slider");
    for (const [at, key] of (KEYS[index] ?? []).entries()) await points.nth(at).press(key);
    await page.locator("[data-touchpoint-id]").first().click();
    await page.getByText("You may show mine", { exact: true }).click();
  }
  await desk.heard((message) => message.say === "stored" && message.frames >= 2 * customers.length);
  desk.provider.destroy();
  // What counts who is here would keep a script from ending.
  desk.doc.destroy();
}
