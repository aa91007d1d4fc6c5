/** Who takes part and who sits to one side (S0-14, SPEC P84, P85). */
import { participation, QUIET_PERSON_AFTER_MS, takesPartSince } from "@sameside/insights";
import type { StepKind, StepRights } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const PEOPLE = ["ana", "bo", "cy", "di"];
const NOW = 10 * QUIET_PERSON_AFTER_MS;
const person = fc.constantFrom(...PEOPLE);
const time = fc.integer({ min: 0, max: NOW });
const SCENES = fc.record({
  contributions: fc.array(fc.record({ person, time })),
  spoken: fc.uniqueArray(fc.record({ person, times: fc.integer({ min: 1, max: 9 }), last: time }), {
    selector: (one) => one.person,
  }),
  since: fc.option(time, { nil: undefined }),
  from: time,
});
type Scene = typeof SCENES extends fc.Arbitrary<infer T> ? T : never;

function counted({ contributions, spoken, since, from }: Scene, now = NOW) {
  const people = PEOPLE.map((id) => ({ person: id, ...(since !== undefined && { since }) }));
  return participation({
    people,
    contributions,
    spokenByPerson: new Map(spoken.map((one) => [one.person, one])),
    from,
    now,
  });
}

describe("participation (S0-14)", () => {
  it("counts each person who is there once, in the order given, whatever the others did", () => {
    fc.assert(
      fc.property(SCENES, (scene) => {
        const counts = counted(scene);
        expect(counts.map((one) => one.person)).toEqual(PEOPLE);
        const wroteToday = scene.contributions.filter((one) => one.time >= scene.from);
        expect(counts.reduce((sum, { written }) => sum + written, 0)).toBe(wroteToday.length);
        const others = { ...scene, contributions: scene.contributions.filter((one) => one.person !== "ana") };
        expect(counted(others).slice(1)).toEqual(counts.slice(1));
      }),
    );
  });

  it("calls nobody quiet who wrote or spoke within the time, and everybody else who could have", () => {
    fc.assert(
      fc.property(SCENES, (scene) => {
        for (const { person: id, quietFor } of counted(scene)) {
          const heard = [
            ...scene.contributions.filter((one) => one.person === id && one.time >= scene.from).map((one) => one.time),
            ...scene.spoken.filter((one) => one.person === id).map(({ last }) => last),
          ];
          const couldSince = scene.since ?? NOW;
          const isQuiet = [couldSince, ...heard].every((one) => NOW - one >= QUIET_PERSON_AFTER_MS);
          expect(quietFor !== undefined).toBe(isQuiet);
        }
      }),
    );
  });

  it("ends quiet with one tap that somebody spoke", () => {
    fc.assert(
      fc.property(SCENES, (scene) => {
        const tapped = { ...scene, spoken: PEOPLE.map((id) => ({ person: id, times: 1, last: NOW })) };
        expect(counted(tapped).every(({ quietFor }) => quietFor === undefined)).toBe(true);
      }),
    );
  });
});

const ALL: StepRights = { customer: "write", colleague: "write", moderator: "write" };
const LISTENING: StepRights = { ...ALL, colleague: "read" };

function planOf(steps: readonly (readonly [string, StepKind, StepRights])[]) {
  return {
    steps: steps.map(([id, kind, rights]) => ({ id, kind, rights })),
    runs: steps.map(([step], index) => ({ step, started: 1_000 * (index + 1) })),
  };
}

describe("the time in which somebody could take part", () => {
  const plan = planOf([
    ["read", "read", { ...ALL, customer: "read", colleague: "read" }],
    ["map", "map", ALL],
    ["pair", "pair", ALL],
    ["listen", "listen", LISTENING],
    ["again", "map", ALL],
    ["coffee", "break", ALL],
  ]);

  it("goes back over the steps before, up to one in which their role only reads", () => {
    expect(takesPartSince(plan, "pair", "colleague")).toBe(2_000);
    expect(takesPartSince(plan, "again", "colleague")).toBe(5_000);
    expect(takesPartSince(plan, "again", "customer")).toBe(2_000);
  });

  it("is not while their role listens, nor in a break", () => {
    expect(takesPartSince(plan, "listen", "colleague")).toBeUndefined();
    expect(takesPartSince(plan, "listen", "customer")).toBe(2_000);
    expect(takesPartSince(plan, "coffee", "customer")).toBeUndefined();
    expect(takesPartSince(plan, undefined, "customer")).toBe(0);
  });
});
