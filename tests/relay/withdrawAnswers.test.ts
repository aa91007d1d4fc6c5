/** Withdrawing at the relay: every row of the person is emptied, and told so to whoever holds it (SPEC N12). */
import { withdrawalKey } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hall, START, WORKSHOP } from "./answersHall.ts";

let hall: Hall;
beforeEach(async () => {
  hall = await Hall.open();
});
afterEach(() => hall.end());

async function stored(): Promise<string> {
  return JSON.stringify(await hall.store.answers(WORKSHOP));
}

describe("who withdraws", () => {
  it("empties all rows of theirs, also sealed and opened ones, and nobody else's", async () => {
    const [ann, bob, leader] = [hall.join("ann"), hall.join("bob"), hall.join("leader", "facilitator", null)];
    ann.put("name", "today", "Ann-Unmistakable");
    ann.put("commitment", "own", { text: "Annas promise" });
    ann.put("rating", "t1", { value: 0.5 });
    ann.put("roleCard", "rule1", true);
    bob.put("name", "today", "Bob");
    bob.put("rating", "t1", { value: -1 });
    await hall.told();
    leader.reveal("rating", "t1");
    await hall.told();
    expect(bob.rows("rating").length).toBe(2);

    hall.clock.pass(1_000);
    ann.put("withdrawn", "everything", START);
    await hall.told();
    expect(await stored()).not.toMatch(/Ann-Unmistakable|Annas promise|0\.5/);
    expect(await stored()).toContain('"Bob"');
    for (const topic of ["name", "commitment", "rating"] as const)
      expect(bob.rows(topic).find(({ person }) => person === "ann")?.value).toBeNull();
    expect(leader.rows("roleCard")).toMatchObject([{ person: "ann", value: null }]);
    expect(bob.rows("rating").find(({ person }) => person === "bob")?.value).toEqual({ value: -1 });
    const late = hall.join("late");
    await hall.told();
    expect(late.wireText).not.toContain("Annas promise");
  });

  it("is counted no more", async () => {
    for (const person of ["ann", "bob", "cyd"]) hall.join(person).put("reaction", "moment1", { kind: "agree" });
    const dais = hall.join("dais", "dais", null);
    await hall.told();
    expect(dais.tallies("reaction", "moment1").at(-1)?.people).toBe(3);
    hall.join("ann").put("withdrawn", "everything", START);
    await hall.told();
    expect(dais.tallies("reaction", "moment1").at(-1)).toEqual({ topic: "reaction", item: "moment1", people: 0 });
  });

  it("withdraws what a helper's laptop brings afterwards, and may answer anew", async () => {
    const [ann, helper] = [hall.join("ann"), hall.join("mia", "moderator", "t1")];
    hall.clock.pass(10_000);
    ann.put("withdrawn", "everything", START);
    await hall.told();
    helper.put("commitment", "own", { text: "Annas promise" }, { for: "ann", time: START });
    await hall.told();
    expect(helper.refusals()).toEqual(["withdrawn"]);
    expect(await stored()).not.toContain("Annas promise");
    hall.clock.pass(1_000);
    ann.put("name", "today", "Ann again");
    await hall.told();
    expect(helper.rows("name")).toMatchObject([{ person: "ann", value: "Ann again" }]);
  });

  it("does so for themselves only, and what they said of photos that show them stays", async () => {
    const [ann, leader] = [hall.join("ann"), hall.join("leader", "facilitator", null)];
    const photo = "h".repeat(43);
    ann.put("name", "today", "Ann");
    ann.put("pictured", photo, { may: false });
    leader.put("withdrawn", "everything", START, { for: "ann" });
    await hall.told();
    expect(leader.refusals()).toEqual(["not-yours"]);
    expect(await stored()).toContain('"Ann"');
    hall.clock.pass(1_000);
    ann.put("withdrawn", "everything", START);
    await hall.told();
    expect(leader.rows("pictured")).toMatchObject([{ person: "ann", value: { may: false } }]);
  });

  it("hears from facilitators alone that it is carried out in the documents (S46)", async () => {
    const [ann, mia, leader] = [
      hall.join("ann"),
      hall.join("mia", "moderator", "t1"),
      hall.join("leader", "facilitator", null),
    ];
    for (const each of [ann, mia, leader]) each.put("carriedOut", "ann", START);
    await hall.told();
    for (const each of [ann, mia]) expect(each.refusals()).toEqual(["not-yours"]);
    expect(ann.rows("carriedOut")).toMatchObject([{ person: "leader", item: "ann", value: START }]);
  });

  it("is carried out by the relay that starts again, when one was killed in between", async () => {
    const ann = hall.join("ann");
    ann.put("commitment", "own", { text: "Annas promise" });
    await hall.settled();
    const row = { topic: "withdrawn", person: "ann", item: "everything", value: START, time: START + 1 } as const;
    await hall.store.commit([{ to: "answers", workshop: WORKSHOP, row }]);
    hall = await hall.restart();
    await hall.told();
    expect(await stored()).not.toContain("Annas promise");
    expect(await stored()).toContain(withdrawalKey("ann").split("/")[0]);
  });
});
