import { readLines } from "@sameside/interchange";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("pasted lines", () => {
  it.each([
    ["a plain list", "See an ad\n\n- Visit the shop\n2. Pay", [["", ["See an ad", "Visit the shop", "Pay"]]]],
    [
      "headings",
      "# Find\nSee an ad\n# Buy\nPay\nLeave",
      [
        ["Find", ["See an ad"]],
        ["Buy", ["Pay", "Leave"]],
      ],
    ],
    [
      "named phases",
      "Phase: Find\nSee an ad\nStage: Buy\nPay",
      [
        ["Find", ["See an ad"]],
        ["Buy", ["Pay"]],
      ],
    ],
    [
      "colons",
      "Find:\n- See an ad\nBuy:\n- Pay: by card",
      [
        ["Find", ["See an ad"]],
        ["Buy", ["Pay: by card"]],
      ],
    ],
    [
      "indentation",
      "Find\n  See an ad\n  Ask\nBuy\n\tPay",
      [
        ["Find", ["See an ad", "Ask"]],
        ["Buy", ["Pay"]],
      ],
    ],
    [
      "lines before the first phase",
      "Dream\n# Buy\nPay",
      [
        ["", ["Dream"]],
        ["Buy", ["Pay"]],
      ],
    ],
    ["nothing", " \n\t\n", []],
  ])("reads %s", (_, text, phases) => {
    expect(readLines(text).phases.map(({ title, touchpoints }) => [title, touchpoints.map((it) => it.title)])).toEqual(
      phases,
    );
  });

  it("takes a first heading above deeper ones for the title", () => {
    const draft = readLines("# Our map\n## Find\nSee an ad\n## Buy\nPay");
    expect([draft.title, draft.phases.map((phase) => phase.title)]).toEqual(["Our map", ["Find", "Buy"]]);
  });

  it("makes lines indented below a touchpoint cards on it", () => {
    const draft = readLines("Find\n  See an ad\n    On a bus\n  Ask");
    const [ad, ask] = draft.phases[0]?.touchpoints ?? [];
    expect([ad?.cards.map((card) => card.text), ask?.cards]).toEqual([["On a bus"], []]);
    expect(draft.lanes[ad?.cards[0]?.lane ?? -1]?.kind).toBe("free");
  });

  it("loses no line and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ \t]{0,4}[a-z]{1,5}:?$/), { maxLength: 12 }), (lines) => {
        const { phases } = readLines(lines.join("\n"));
        const words = phases.flatMap((phase) => [
          ...(phase.title ? [phase.title] : []),
          ...phase.touchpoints.flatMap((it) => [it.title, ...it.cards.map((card) => card.text)]),
        ]);
        expect(words).toEqual(lines.map((line) => line.trim().replace(/:$/, "")));
      }),
    );
  });
});
