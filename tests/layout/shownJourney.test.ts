/** What of a journey one person has before them (SPEC W53, W55): a pure function before the layout. */
import {
  ALL_SHOWN,
  countCardsIn,
  keptFromSightBy,
  openShown,
  outOfSight,
  shownJourney,
  unknownIn,
  type ViewChoice,
  withAllShown,
  withPart,
} from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, cardsOf, twoPhases } from "./journeys.ts";

const choice = (part: Partial<ViewChoice>): ViewChoice => ({ ...ALL_SHOWN, ...part });
const without = (part: Partial<ViewChoice["without"]>) => choice({ without: { ...ALL_SHOWN.without, ...part } });
const texts = (journey: JourneyView) => cardsOf(journey).map(({ text }) => text);

describe("a journey as it is shown", () => {
  it("is the journey itself while everything is shown", () => {
    expect(shownJourney(twoPhases, ALL_SHOWN)).toBe(twoPhases);
    expect(shownJourney(twoPhases, choice({ pinned: ["pain"] }))).toBe(twoPhases);
  });

  it("is without hidden lanes and phases, and without their cards", () => {
    const shown = shownJourney(twoPhases, choice({ hidden: ["pain", "p1"] }));
    expect(shown.lanes.map(({ id }) => id)).toEqual(["tp", "feel", "doing"]);
    expect(shown.phases.map(({ id }) => id)).toEqual(["p0"]);
    expect(texts(shown)).toEqual(["Phones the branch"]);
  });

  it("holds nothing in what is folded, so that nothing out of sight can be chosen", () => {
    const shown = shownJourney(twoPhases, choice({ folded: ["pain", "p1"] }));
    expect(shown.lanes).toHaveLength(4);
    expect(shown.phases.map(({ touchpoints }) => touchpoints.length)).toEqual([2, 0]);
    expect(texts(shown)).toEqual(["Phones the branch"]);
    expect(countCardsIn(twoPhases, "pain")).toBe(5);
    expect(countCardsIn(twoPhases, "p0")).toBe(5);
  });

  it("keeps the row of touchpoints, whatever is asked", () => {
    expect(shownJourney(twoPhases, choice({ hidden: ["tp"], folded: ["tp"] })).lanes).toHaveLength(4);
  });

  it("is without cards of kinds, grades and roles that are left out, but for the one that is selected", () => {
    expect(texts(shownJourney(twoPhases, without({ kinds: ["pain"] })))).toEqual([]);
    expect(texts(shownJourney(twoPhases, without({ grades: ["heard"] })))).toHaveLength(6);
    expect(texts(shownJourney(twoPhases, without({ roles: ["customer"] })))).toEqual([]);
    expect(texts(shownJourney(twoPhases, without({ roles: ["customer"] }), "p0t0/pain/1"))).toEqual(["Second"]);
  });

  it("is without the feelings of customer types that are left out", () => {
    const rated = (customerType?: string) => ({
      ...{ id: `r${customerType}`, person: "ann", role: "customer" as const, value: 1 },
      ...(customerType !== undefined && { customerType }),
    });
    const [first, ...others] = twoPhases.phases;
    const felt = first?.touchpoints.map((one) => ({ ...one, ratings: [rated("user"), rated("buyer"), rated()] })) ?? [];
    const journey = { ...twoPhases, phases: [...(first ? [{ ...first, touchpoints: felt }] : []), ...others] };
    const shown = shownJourney(journey, without({ customerTypes: ["buyer", ""] }));
    expect(shown.phases[0]?.touchpoints[0]?.ratings.map((rating) => rating.customerType)).toEqual(["user"]);
    expect(outOfSight(journey, without({ customerTypes: ["buyer", ""] })).feelings).toBe(4);
  });

  it("is without the cards of customers whose type is left out, and never without colleagues' for it", () => {
    const text = JSON.stringify(twoPhases).replace('"authorRole":"customer"', '"authorRole":"colleague"');
    const mixed = JSON.parse(text) as JourneyView;
    const typeOf = () => "loyal";
    const shown = shownJourney(mixed, without({ customerTypes: ["loyal"] }), undefined, typeOf);
    expect(cardsOf(shown).map(({ authorRole }) => authorRole)).toEqual(["colleague"]);
    const gone = cardsOf(mixed).length - 1;
    expect(outOfSight(mixed, without({ customerTypes: ["loyal"] }), typeOf).cards).toBe(gone);
    expect(cardsOf(shownJourney(mixed, without({ customerTypes: [""] }), undefined, typeOf))).toHaveLength(gone + 1);
  });

  it("keeps the identity of what did not change, from view to view", () => {
    const show = openShown(choice({ hidden: ["doing"] }));
    const before = show(twoPhases);
    expect(show(twoPhases)).toBe(before);
    const [first, second] = twoPhases.phases;
    if (!first || !second) throw new Error("the journey has two phases");
    const after = show({ ...twoPhases, phases: [{ ...first, title: "Another" }, second] });
    expect(after.phases[0]?.title).toBe("Another");
    expect(after.phases[0]?.touchpoints[1]).toBe(before.phases[0]?.touchpoints[1]);
    expect(after.phases[1]).toBe(before.phases[1]);
    expect(after.lanes).toBe(before.lanes);
  });

  it("shows and counts each card of any journey once: in sight, folded, or out of sight", () => {
    fc.assert(
      fc.property(anyJourney, fc.array(fc.nat(12)), fc.array(fc.nat(12)), (journey, hide, fold) => {
        const parts = [...journey.lanes, ...journey.phases].map(({ id }) => id);
        const at = (indexes: readonly number[]) => indexes.flatMap((index) => parts[index] ?? []);
        const chosen = { ...without({ kinds: ["pain"] }), hidden: at(hide), folded: at(fold) };
        const shown = new Set(cardsOf(shownJourney(journey, chosen)).map(({ id }) => id));
        for (const card of cardsOf(journey)) {
          const isGone = card.kind === "pain" || keptFromSightBy(journey, chosen, card.id).length > 0;
          expect(shown.has(card.id)).toBe(!isGone);
        }
      }),
    );
  });
});

describe("what is out of sight", () => {
  it("is counted: lanes, phases, and cards in what is still there", () => {
    const hidden = { ...without({ kinds: ["pain"] }), hidden: ["doing", "p1"], folded: ["pain"] };
    expect(outOfSight(twoPhases, hidden)).toEqual({ lanes: 1, phases: 1, cards: 4, feelings: 0 });
    expect(outOfSight(twoPhases, choice({ folded: ["pain"] }))).toEqual({ lanes: 0, phases: 0, cards: 0, feelings: 0 });
  });

  it("says what keeps a thing from sight, and of which ids nothing is known", () => {
    const hidden = choice({ hidden: ["pain"], folded: ["p0"], pinned: ["gone"] });
    expect(keptFromSightBy(twoPhases, hidden, "p0t0/pain/0")).toEqual(["p0", "pain"]);
    expect(keptFromSightBy(twoPhases, hidden, "p0t1")).toEqual(["p0"]);
    expect(keptFromSightBy(twoPhases, hidden, "pain")).toEqual(["pain"]);
    expect(keptFromSightBy(twoPhases, hidden, "p1t0")).toEqual([]);
    expect(unknownIn(hidden, twoPhases)).toEqual(["gone"]);
  });

  it("comes back at once; what is pinned or folded stays so", () => {
    const hidden = withPart(withPart(ALL_SHOWN, "hidden", "pain", true), "pinned", "tp", true);
    expect(withAllShown(hidden)).toEqual(choice({ pinned: ["tp"] }));
  });

  it("cannot be folded and pinned at the same time", () => {
    const pinned = withPart(ALL_SHOWN, "pinned", "pain", true);
    expect(withPart(pinned, "folded", "pain", true)).toEqual(choice({ folded: ["pain"] }));
    expect(withPart(withPart(pinned, "folded", "pain", true), "pinned", "pain", true)).toEqual(pinned);
  });
});
