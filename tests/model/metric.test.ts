import { METRIC_OPERATORS, printMetrics, readMetrics } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("customer metrics (S2-10)", () => {
  it.each([
    ["≤72 h", "≤ 72 h"],
    ["<= 3 rounds", "≤ 3 rounds"],
    ["under 5 min", "< 5 min"],
    ["at least 95 %", "≥ 95 %"],
    ["max. 2 days", "≤ 2 days"],
    ["1–3 contacts", "1–3 contacts"],
    ["2 to 4 working days", "2–4 working days"],
    ["≤ 2,5 h", "≤ 2.5 h"],
    ["≥99.5%", "≥ 99.5 %"],
    ["min. 2 people", "≥ 2 people"],
    ["within 10 min", "≤ 10 min"],
    ["≤72 h, ≤3 rounds", "≤ 72 h, ≤ 3 rounds"],
    ["≤ 2,5 h, at least 95 %", "≤ 2.5 h, ≥ 95 %"],
    ["under 5 min and at most 2 calls", "< 5 min, ≤ 2 calls"],
    ["max 3 rounds; exactly 1 contact", "≤ 3 rounds, = 1 contact"],
  ])("reads “%s” as %s", (text, printed) => {
    const read = readMetrics(text);
    expect(read.ok && printMetrics(read.metrics)).toBe(printed);
  });

  it.each([
    ["soon", "needs-number"],
    ["", "needs-number"],
    ["≤ fast", "needs-number"],
    ["5 min", "needs-operator"],
    ["≤ 5", "needs-unit"],
    ["4–2 days", "upside-down"],
    ["≤ 72 h, soon", "needs-number"],
  ])("refuses “%s” with the hint %s", (text, hint) => {
    expect(readMetrics(text)).toMatchObject({ ok: false, hint });
  });

  it("read back what they were printed as", () => {
    const number = fc.oneof(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
    );
    const unit = fc.constantFrom("h", "min", "%", "rounds", "working days", "€", "Tage", "calls per week");
    const metric = fc.oneof(
      fc.record({ operator: fc.constantFrom(...METRIC_OPERATORS.filter((it) => it !== "–")), target: number, unit }),
      fc
        .tuple(number, number, unit)
        .map(([a, b, of]) => ({ operator: "–" as const, target: Math.min(a, b), upTo: Math.max(a, b), unit: of })),
    );
    fc.assert(
      fc.property(fc.array(metric, { minLength: 1, maxLength: 4 }), (metrics) => {
        expect(readMetrics(printMetrics(metrics))).toEqual({ ok: true, metrics });
      }),
    );
  });

  it("never throw", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readMetrics(text)));
  });
});
