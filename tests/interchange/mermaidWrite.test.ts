import { parseMermaidStrictly, readMermaid, writeMermaid } from "@sameside/interchange";
import type { JourneyDraft, TouchpointDraft } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewOf } from "./boards.ts";
import { drafts } from "./draftArbitrary.ts";

describe("the Mermaid writer", () => {
  it("writes what Mermaid holds", () => {
    const { text, lost } = writeMermaid(
      viewOf(journey([{ title: "Pay", score: 4, actors: ["Ann", "Ben"], cards: [] }])),
    );
    expect(text).toBe("journey\n  title A visit\n  section Buy\n    Pay: 4: Ann, Ben\n");
    expect(lost).toEqual([]);
  });

  it.each([
    "At 10:30",
    "Look; buy",
    "Order #12",
    "#58; is a colon",
    "50%% off",
    "%% off",
    "% x",
    "journey home",
    "Section list",
    "title",
    "accTitle: x",
    "R&D",
    "&amp;",
    "&copy",
    "a < b",
    '<a href="x">',
    "<br>",
    "two\nlines",
    "a}%%b",
    "%%{init: {}}%%",
    "<script>x</script>",
    "ﬂ°°58¶ß",
    "style: #a;",
    "---",
    "",
  ])("keeps the words %j for the official reading", (title) => {
    const { text } = writeMermaid(
      viewOf({ ...journey([{ title, score: 3, actors: [title, "b, c"], cards: [] }]), title }),
    );
    const parsed = parseMermaidStrictly(text);
    if (!parsed.ok) throw new Error(`refused: ${text}`);
    const asDrawn = title.replace("\n", "<br>");
    expect(parsed.title).toBe(asDrawn);
    expect(parsed.sections[0]?.tasks[0]).toMatchObject({
      name: asDrawn,
      score: 3,
      people: [asDrawn, "b, c"].filter((it) => it),
    });
  });

  it("marks a touchpoint that nobody rated, and reads it back as unrated", () => {
    const { text, lost } = writeMermaid(viewOf(journey([{ title: "Wait", cards: [] }])));
    expect(parseMermaidStrictly(text)).toMatchObject({ ok: true, sections: [{ tasks: [{ name: "Wait", score: 3 }] }] });
    expect(readMermaid(text).drafts[0]?.phases[0]?.touchpoints).toEqual([{ title: "Wait", cards: [] }]);
    expect(lost).toEqual([{ code: "unrated", count: 1 }]);
  });

  it("gives back the numbers of a file, with their scale in a comment", () => {
    const { text, lost } = writeMermaid(
      viewOf({ ...journey([{ title: "Pay", score: 8, cards: [] }]), scale: { min: 1, max: 10 } }),
    );
    expect(text).toContain("%% sameside: scale 1..10\n");
    expect(parseMermaidStrictly(text)).toMatchObject({ sections: [{ tasks: [{ score: 8 }] }] });
    expect(readMermaid(text).drafts[0]?.scale).toEqual({ min: 1, max: 10 });
    expect(lost).toEqual([]);
  });

  it("converts a scale that Mermaid cannot draw, and says so", () => {
    const { text, lost } = writeMermaid(
      viewOf({ ...journey([{ title: "Pay", score: -1, cards: [] }]), scale: { min: -2, max: 2 } }),
    );
    expect(parseMermaidStrictly(text)).toMatchObject({ sections: [{ tasks: [{ score: 2 }] }] });
    expect(lost).toEqual([{ code: "scale", count: 1 }]);
  });

  it("takes the mean of the customers, never of customers and colleagues together", () => {
    const view = viewOf(journey([{ title: "Pay", cards: [] }]));
    const [phase] = view.phases;
    const [touchpoint] = phase?.touchpoints ?? [];
    if (!phase || !touchpoint) throw new Error("no touchpoint");
    const rating = (person: string, role: "customer" | "colleague", value: number) => ({
      id: person,
      person,
      role,
      value,
    });
    const ratings = [rating("a", "customer", -1), rating("b", "customer", 0), rating("c", "colleague", 1)];
    const rated = { ...view, phases: [{ ...phase, touchpoints: [{ ...touchpoint, ratings }] }] };
    const { text, lost } = writeMermaid(rated);
    expect(text).toContain("Pay: 2\n");
    expect(lost).toEqual([
      { code: "raters", count: 2 },
      { code: "rating-roles", count: 1 },
    ]);
  });

  it("counts everything that Mermaid does not hold", () => {
    const full: TouchpointDraft = {
      title: "Pay",
      score: 3,
      channel: "Till",
      owner: "Shop",
      stage: "back",
      moment: { kind: "impression", value: 2, reason: "x" },
      cards: [
        { lane: 1, text: "a" },
        { lane: 1, text: "b" },
      ],
    };
    const draft = journey([full]);
    const lanes = [...draft.lanes, { kind: "pain" as const, name: "Pains", owner: "Shop" }];
    const { lost } = writeMermaid(viewOf({ ...draft, lanes, customerType: "Guests", variant: "ideal" }));
    expect(Object.fromEntries(lost.map(({ code, count }) => [code, count]))).toEqual({
      cards: 2,
      channels: 1,
      owners: 2,
      backstage: 1,
      moments: 1,
      lanes: 1,
      "customer-type": 1,
      variant: 1,
    });
  });

  it("writes text that both readings give back word for word", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { text } = writeMermaid(viewOf(draft));
        const wanted = draft.phases.map(({ title, touchpoints }) => [
          title,
          touchpoints.map((it) => [it.title, it.actors ?? []]),
        ]);
        const {
          drafts: [read],
          notes,
        } = readMermaid(text);
        expect(notes).toEqual([]);
        expect(read?.title).toBe(draft.title);
        expect(
          read?.phases.map(({ title, touchpoints }) => [title, touchpoints.map((it) => [it.title, it.actors ?? []])]),
        ).toEqual(wanted);
        const strict = parseMermaidStrictly(text);
        const names = strict.ok ? strict.sections.flatMap((section) => section.tasks.map((task) => task.name)) : [];
        expect(names).toEqual(
          draft.phases.flatMap(({ touchpoints }) => touchpoints.map((it) => it.title.replaceAll("\n", "<br>"))),
        );
      }),
    );
  });
});

function journey(touchpoints: readonly TouchpointDraft[]): JourneyDraft {
  return {
    title: "A visit",
    customerType: "",
    variant: "actual",
    scale: { min: 1, max: 5 },
    lanes: [{ kind: "touchpoint", name: "Touchpoints" }],
    phases: [{ title: "Buy", touchpoints, cards: [] }],
  };
}
