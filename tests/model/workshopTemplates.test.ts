/** Workshops made from a template are ready to run, and their tables' boards can be compared (S0-2). */
import {
  addGroup,
  addJourney,
  addTouchpoint,
  type BoardDocument,
  describeBrief,
  fillPlan,
  newBoard,
  newPlan,
  openHistory,
  type PlanStart,
  type PlanView,
  readBoard,
  readPlan,
  removeGroup,
  stateOf,
  TEMPLATES,
  TERMS,
  templateJourneyId,
  WORKSHOP_TEMPLATES,
  type WorkshopTemplateId,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, person, refused } from "./meeting.ts";

const anna = person("anna");
const IDS = Object.keys(WORKSHOP_TEMPLATES) as WorkshopTemplateId[];
const START: PlanStart = {
  template: "halfDay",
  title: "Living with our pumps",
  startsAt: "2027-03-01T09:00",
  tableNames: ["Table 1", "Table 2"],
  firstTable: "table1",
};

describe("a template of a workshop", () => {
  it.each(IDS)("%s makes a plan that is ready to run, as one undo (P20)", (template) => {
    const plan = newPlan();
    const history = openHistory(plan, anna);
    const empty = readPlan(plan);
    const outcome = fillPlan(plan, anna, { ...START, template });
    const view = readPlan(plan);
    expect(view.brief).toMatchObject({ title: "Living with our pumps", startsAt: "2027-03-01T09:00" });
    expect(view.brief.question).not.toBe("");
    expect(TEMPLATES.map(({ id }) => id)).toContain(view.brief.journeyTemplate);
    expect(view.groups.map(({ name }) => name)).toEqual(["Table 1", "Table 2"]);
    const { steps } = WORKSHOP_TEMPLATES[template];
    expect(view.steps.map(({ title, kind, minutes }) => ({ title, kind, minutes }))).toEqual(
      steps.map(({ title, kind, minutes }) => ({ title, kind, minutes })),
    );
    for (const step of view.steps.filter(({ kind }) => kind !== "break")) {
      expect(step.minutes).toBeGreaterThan(0);
      expect(step.instructions.customer).not.toBe("");
    }
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(history.undo());
    expect(readPlan(plan)).toEqual(empty);
  });

  it.each(IDS)("%s says no word that a workshop may rename (P24)", (template) => {
    const plan = newPlan();
    done(fillPlan(plan, anna, { ...START, template, tableNames: [] }));
    expect(
      textsOf(readPlan(plan)).filter((text) => new RegExp(`\\b(${TERMS.join("|")})s?\\b`, "i").test(text)),
    ).toEqual([]);
  });

  it.each([
    ["an unknown template", { template: "party" as WorkshopTemplateId }, "bad-value"],
    ["a start that is none", { startsAt: "2027-02-30T09:00" }, "bad-value"],
    ["a start without its time", { startsAt: "2027-02-20" }, "bad-value"],
    ["more tables than there may be", { tableNames: Array<string>(201).fill("x") }, "bad-value"],
    ["a name that is too long", { title: "x".repeat(301) }, "too-long"],
  ] as const)("is refused whole for %s (C2)", (_what, part, reason) => {
    const plan = newPlan();
    const before = stateOf(plan);
    expect(fillPlan(plan, anna, { ...START, ...part })).toEqual(refused(reason));
    expect(stateOf(plan)).toEqual(before);
  });

  it("gives its first table the board that is there, and never the board of another table", () => {
    const plan = newPlan();
    done(fillPlan(plan, anna, START));
    done(fillPlan(plan, anna, START));
    const ids = readPlan(plan).groups.map(({ id }) => id);
    expect(ids[0]).toBe("table1");
    expect(new Set(ids).size).toBe(4);
    done(removeGroup(plan, anna, { group: "table1" }));
    expect(done(addGroup(plan, anna, { name: "Table 5", group: "table1" }))).not.toBe("table1");
    expect(done(addGroup(newPlan(), anna, { name: "Table 1", group: "table1" }))).toBe("table1");
    expect(addGroup(plan, anna, { name: "Table 6", group: "" })).toEqual(refused("bad-value"));
  });

  it("lets the start be moved, and be open", () => {
    const plan = newPlan();
    done(fillPlan(plan, anna, START));
    done(describeBrief(plan, anna, { startsAt: "2027-03-01T23:59" }));
    expect(readPlan(plan).brief.startsAt).toBe("2027-03-01T23:59");
    for (const startsAt of ["09:00", "2027-03-01T24:00", "2027-03-01T09:00:00", "2027-03-01T09:60"])
      expect(describeBrief(plan, anna, { startsAt })).toEqual(refused("bad-value"));
    done(describeBrief(plan, anna, { startsAt: "" }));
    expect(readPlan(plan).brief.startsAt).toBe("");
  });
});

describe("the boards of six tables (S0-2, P22)", () => {
  it("have the same origin ids of phases and lanes, and an edit of one changes no other", () => {
    const [template] = TEMPLATES.filter(({ id }) => id === WORKSHOP_TEMPLATES.townHall.journey);
    if (!template) throw new Error("The catalogue lacks the town hall's journey.");
    const boards = Array.from({ length: 6 }, (_, index) => {
      const board = newBoard();
      const journey = templateJourneyId(`room.board.table${index + 1}`, template);
      done(addJourney(board, anna, { template, title: `Table ${index + 1}`, journey }));
      return board;
    });
    const origins = boards.map(originsOf);
    expect(new Set(origins.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(origins[0]?.phases).toEqual(template.phases.map(({ id }) => id));
    expect(origins[0]?.lanes).toEqual(template.lanes.map(({ id }) => id));
    const ids = boards.map((board) => readBoard(board).journeys[0]?.id);
    expect(new Set(ids).size).toBe(6);

    const before = boards.map(stateOf);
    const third = boards[2];
    const phase = third && readBoard(third).journeys[0]?.phases[0]?.id;
    if (!third || phase === undefined) throw new Error("The third board has no phase.");
    done(addTouchpoint(third, anna, { phase, title: "The bill arrives" }));
    const changed = boards.flatMap((board, index) =>
      Buffer.compare(stateOf(board), before[index] ?? new Uint8Array()) === 0 ? [] : [index],
    );
    expect(changed).toEqual([2]);
  });
});

function originsOf(board: BoardDocument) {
  const journey = readBoard(board).journeys[0];
  return { phases: journey?.phases.map(({ origin }) => origin), lanes: journey?.lanes.map(({ origin }) => origin) };
}

/** All that a plan says in words. */
function textsOf({ brief, customerTypes, departments, steps }: PlanView): string[] {
  return [
    ...[brief.question, brief.decision, brief.decider, brief.dataKeeper],
    ...customerTypes.flatMap(({ name, who }) => [name, who]),
    ...departments.map(({ name }) => name),
    ...steps.flatMap(({ title, instructions, prompts }) => [
      title,
      ...Object.values(instructions),
      ...Object.values(prompts),
    ]),
  ];
}
