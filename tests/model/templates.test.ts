import { createHash } from "node:crypto";
import {
  addJourney,
  addLane,
  addPhase,
  EXAMPLE_JOURNEY,
  importJourney,
  MAX_TITLE_LENGTH,
  mergeInto,
  newBoard,
  readBoard,
  removeLane,
  sampleOf,
  stateOf,
  TEMPLATES,
  type Template,
  type TemplateId,
  templateFrom,
  templateFromText,
  templateJourneyId,
  templateText,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, done, exampleBoard, meet } from "./support/exampleBoard.ts";

function journeyFrom(template: Template, journey?: string) {
  const board = newBoard();
  done(addJourney(board, ANNA, { template, ...(journey === undefined ? {} : { journey }) }));
  const [view] = readBoard(board).journeys;
  if (!view) throw new Error("no journey");
  return { board, view };
}

/** A map of the blank template with a phase and a lane of its own. */
function ownMap() {
  const board = newBoard();
  const journey = done(addJourney(board, ANNA, { template: "blank" }));
  done(addPhase(board, ANNA, { journey, title: "Long after" }));
  done(addLane(board, ANNA, { journey, kind: "support", name: "Sales" }));
  const [view] = readBoard(board).journeys;
  if (!view) throw new Error("no journey");
  return { board, view };
}

/** The bytes of each skeleton on the day it was first saved: boards that hold them exist, and they never change. */
const FIRST_BYTES: Readonly<Record<string, string>> = {
  blank: "7e1e9f5e2e138629452f35be0b9826014ba6578ec3ba2aafa7c691e0a0f3cd24",
  b2b: "df30cc208a3ffbbd1813e75fd2dbca858bb28e43a6aee26129078c0142c09994",
  shop: "42fa626bf924bab33ba1b351f93b48bb0d4e6501b7933fc1ce290509d3500880",
  service: "596eef32112482a30b0a7f57a86af519a09bd5384ec4c01d137db0c343996831",
};

describe("templates", () => {
  it("put a further map behind those that are there, also behind one from a file", () => {
    const board = newBoard();
    const made = [
      done(importJourney(board, ANNA, { draft: EXAMPLE_JOURNEY })),
      ...["blank", "shop", "blank", "b2b"].map((template) =>
        done(addJourney(board, ANNA, { template: template as TemplateId })),
      ),
    ];
    expect(readBoard(board).journeys.map(({ id }) => id)).toEqual(made);
  });

  it("that were saved into boards stay the same to the byte (D6)", () => {
    const bytes = TEMPLATES.filter(({ id }) => id in FIRST_BYTES).map((template) => [
      template.id,
      createHash("sha256")
        .update(stateOf(journeyFrom(template, "frozenfrozenfroz").board))
        .digest("hex"),
    ]);
    expect(Object.fromEntries(bytes)).toEqual(FIRST_BYTES);
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    "%s is a skeleton with parts of its own ids",
    (_, template) => {
      const { view } = journeyFrom(template);
      expect(view.origin).toBe(template.id);
      expect(view.phases.map(({ origin, title }) => ({ id: origin, title }))).toEqual(template.phases);
      expect(view.lanes.map(({ origin }) => origin)).toEqual(template.lanes.map(({ id }) => id));
      expect(view.lanes.map(({ kind, name, owner }) => ({ kind, name, owner }))).toEqual(
        template.lanes.map(({ kind, name, owner = "" }) => ({ kind, name, owner })),
      );
      expect(template.lanes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["touchpoint", "feeling"]));
    },
  );

  it.each(TEMPLATES.map(({ id }) => id))("%s has a filled map for practice", (id) => {
    const draft = sampleOf(id);
    const board = newBoard();
    done(importJourney(board, ANNA, { draft }));
    const [view] = readBoard(board).journeys;
    const touchpoints = view?.phases.flatMap((phase) => phase.touchpoints) ?? [];
    expect(touchpoints.length).toBeGreaterThanOrEqual(8);
    expect(touchpoints.length).toBeLessThanOrEqual(14);
    expect(touchpoints.filter(({ moment }) => moment).length).toBeGreaterThanOrEqual(2);
    const feelings = touchpoints.flatMap(({ ratings }) => ratings.map(({ value }) => value));
    expect(Math.min(...feelings)).toBeLessThan(0);
    expect(Math.max(...feelings)).toBeGreaterThan(0);
    const words = touchpoints.flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
    expect(words.filter(({ kind }) => kind === "thinking").length).toBeGreaterThanOrEqual(3);
    const template = TEMPLATES.find((candidate) => candidate.id === id);
    const titles = template?.phases.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(draft.phases.map(({ title }) => title)));
    expect(draft.lanes.map(({ kind, name }) => [kind, name])).toEqual(
      template?.lanes.map(({ kind, name }) => [kind, name]),
    );
  });

  it("of Customer Scenario Mapping have one lane for each department, and metrics at the show-stoppers (S2-8)", () => {
    const support = TEMPLATES.find(({ id }) => id === "csm")?.lanes.filter(({ kind }) => kind === "support") ?? [];
    expect(support.length).toBeGreaterThanOrEqual(3);
    expect(new Set(support.map(({ owner }) => owner)).size).toBe(support.length);
    const stoppers = sampleOf("csm").phases.flatMap(({ touchpoints }) => touchpoints.map(({ moment }) => moment));
    for (const moment of stoppers) if (moment?.kind === "show-stopper") expect(moment.metricsText).toMatch(/\d/);
  });

  it("b2b is practised on the example", () => {
    expect(sampleOf("b2b")).toBe(EXAMPLE_JOURNEY);
  });
});

describe("an own template", () => {
  it("has the map's phases and lanes, and a map made from it has them again", () => {
    const { view } = ownMap();
    const template = templateFrom(view);
    const made = journeyFrom(JSON.parse(JSON.stringify(template)) as Template).view;
    expect(made.phases.map(({ title }) => title)).toEqual(view.phases.map(({ title }) => title));
    expect(made.lanes.map(({ kind, name, owner }) => [kind, name, owner])).toEqual(
      view.lanes.map(({ kind, name, owner }) => [kind, name, owner]),
    );
    expect(made.phases.map(({ origin }) => origin)).toEqual(view.phases.map(({ id, origin }) => origin ?? id));
    expect(made.origin).toBe(template.id);
  });

  it("is the same template when the same map is saved twice, and another one when the map has changed", () => {
    const { board, view } = ownMap();
    expect(templateFrom(view)).toEqual(templateFrom(view));
    done(removeLane(board, ANNA, { lane: view.lanes.at(-1)?.id ?? "" }));
    const [changed] = readBoard(board).journeys;
    expect(changed && templateFrom(changed).id).not.toBe(templateFrom(view).id);
    expect(templateFrom(view, "ours").id).toBe("ours");
    expect(templateFrom(view, "b2b").id).not.toBe("b2b");
  });

  it("is the same again after it was a text, and what is none is not read", () => {
    const template = templateFrom(ownMap().view);
    expect(templateFromText(templateText(template))).toEqual(template);
    for (const text of ["", "{", "7", '{"id":"own"}', templateText({ ...template, id: "blank" })])
      expect(templateFromText(text)).toBeUndefined();
  });

  it("makes one journey, however many devices make it (D6)", () => {
    const template = templateFrom(ownMap().view);
    const journey = templateJourneyId("room", template);
    const [a, b] = [newBoard(), newBoard()];
    done(addJourney(a, ANNA, { template, journey }));
    done(addJourney(b, BERT, { template, journey }));
    const [alone] = [readBoard(a)];
    expect(stateOf(a)).toEqual(stateOf(b));
    meet(a, b);
    expect(readBoard(a)).toEqual(alone);
  });

  it("never writes two different skeletons under one client: a template changed by hand only adds", () => {
    const template = templateFrom(ownMap().view);
    const changed = { ...template, phases: [...template.phases, { id: "extra", title: "Extra" }] };
    const [a, b] = [newBoard(), newBoard()];
    done(addJourney(a, ANNA, { template, journey: "samesamesamesame" }));
    done(addJourney(b, BERT, { template: changed, journey: "samesamesamesame" }));
    meet(a, b);
    expect(readBoard(a)).toEqual(readBoard(b));
    expect(readBoard(a).journeys[0]?.phases).toHaveLength(changed.phases.length);
  });

  it.each<[string, Partial<Template>, string]>([
    ["the id of a template of ours", { id: "blank" }, "bad-value"],
    ["no id", { id: "" }, "bad-value"],
    ["two phases of one id", { phases: [0, 1].map(() => ({ id: "p", title: "P" })) }, "bad-value"],
    ["an id that breaks a place", { phases: [{ id: "a|b", title: "P" }] }, "bad-value"],
    ["a lane of no kind", { lanes: [{ id: "l", kind: "rainbow" as "free", name: "L" }] }, "bad-value"],
    ["a title beyond its limit", { phases: [{ id: "p", title: "x".repeat(MAX_TITLE_LENGTH + 1) }] }, "too-long"],
    ["too many phases", { phases: Array.from({ length: 500 }, (_, i) => ({ id: `p${i}`, title: "" })) }, "too-long"],
  ])("is refused with %s, and nothing is written", (_, change, reason) => {
    const board = exampleBoard();
    const before = readBoard(board);
    const template = { ...templateFrom(ownMap().view), ...change };
    expect(addJourney(board, ANNA, { template })).toEqual({ outcome: "refused", reason });
    expect(readBoard(board)).toEqual(before);
  });

  it("holds whatever a peer wrote into an origin", () => {
    const { view } = ownMap();
    const hostile = {
      ...view,
      phases: ["x".repeat(140), "a|b", "same", "same"].map((origin, index) => ({
        ...(view.phases[0] as (typeof view.phases)[number]),
        id: `id${index}`,
        origin,
      })),
    };
    const { board } = journeyFrom(templateFrom(hostile));
    expect(readBoard(board).journeys[0]?.phases).toHaveLength(4);
    const again = newBoard();
    mergeInto(again, stateOf(board));
    expect(readBoard(again)).toEqual(readBoard(board));
  });
});
