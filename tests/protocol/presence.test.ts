/** What a device takes of what another one says about itself (SPEC W47, W52). */
import { fittingPresence, limits, type Presence, parsePresence } from "@sameside/protocol";
import { describe, expect, it } from "vitest";

const LONG = "x".repeat(64);
const FAR = -limits.MAX_PRESENCE_COORDINATE + 1;
const PLAIN: Presence = { person: "anna", role: "customer", cursor: null };

const FULL: Presence = {
  person: "anna",
  role: "facilitator",
  cursor: { journey: "a-journey", x: FAR, y: FAR },
  held: {
    journey: "a-journey",
    things: Array.from({ length: limits.MAX_PRESENCE_THINGS }, (_, n) => `0123456789-card${n}`),
    as: "dragged",
    by: { x: FAR, y: FAR },
  },
  looking: { journey: "a-journey", rect: { x: FAR, y: FAR, width: -FAR, height: -FAR }, near: "a-card" },
  following: "bert",
  summons: { since: Number.MAX_SAFE_INTEGER, takesAlong: false },
  device: "0123456789_-",
  away: false,
};

describe("presence", () => {
  it("of the least and of all that can be told is read as it is", () => {
    expect(parsePresence(PLAIN)).toEqual(PLAIN);
    expect(parsePresence(FULL)).toEqual(FULL);
    expect(fittingPresence(FULL)).toBe(FULL);
  });

  it("that would be too large is told with fewer things, and at last with none", () => {
    const things = Array.from({ length: limits.MAX_PRESENCE_THINGS }, () => LONG);
    const fitted = fittingPresence({ ...FULL, held: { journey: LONG, things, as: "chosen" } });
    expect(parsePresence(fitted)).toEqual(fitted);
    expect(fitted.held?.things).toEqual(things.slice(0, fitted.held?.things.length));
    expect(fittingPresence({ ...FULL, held: { journey: LONG, things: ["x".repeat(65)], as: "chosen" } }).held).toBe(
      null,
    );
  });

  it("with fields of a later program is read without them", () => {
    expect(parsePresence({ ...PLAIN, mood: "fine" })).toEqual(PLAIN);
  });

  it.each([
    ["no object", "anna"],
    ["nothing", null],
    ["a person that is none", { ...PLAIN, person: "<b>" }],
    ["a role that is none", { ...PLAIN, role: "king" }],
    ["a pointer in the void", { ...PLAIN, cursor: { journey: "j", x: 1e300, y: 0 } }],
    ["nothing held", { ...PLAIN, held: { journey: "j", things: [], as: "chosen" } }],
    [
      "more held than is told",
      { ...PLAIN, held: { journey: "j", things: Array(limits.MAX_PRESENCE_THINGS + 1).fill("card"), as: "chosen" } },
    ],
    ["held in an unknown way", { ...PLAIN, held: { journey: "j", things: ["card"], as: "eaten" } }],
    ["a view without a size", { ...PLAIN, looking: { journey: "j", rect: { x: 0, y: 0, width: 0, height: 9 } } }],
    ["a number that is text", { ...PLAIN, looking: { journey: "j", rect: { x: "0", y: 0, width: 9, height: 9 } } }],
    ["too much of it", { ...PLAIN, mood: "x".repeat(limits.MAX_PRESENCE_BYTES) }],
  ])("that holds %s is not heard", (_, state) => {
    expect(parsePresence(state)).toBeUndefined();
  });

  it("asks everybody to look only from who leads the workshop or its table", () => {
    const summons = { since: 1, takesAlong: true };
    for (const role of ["facilitator", "moderator"] as const)
      expect(parsePresence({ ...PLAIN, role, summons })).toMatchObject({ summons });
    for (const role of ["junior", "customer", "colleague", "dais"] as const)
      expect(parsePresence({ ...PLAIN, role, summons })).toMatchObject({ role, summons: null });
  });
});
