/** A workshop's own words, over the whole catalogue (SPEC P24, S3-10). The app has no door: its words are read where they lie. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Catalogue = Readonly<Record<string, unknown>>;
type InOwnTerms = (catalogue: Catalogue, own: Readonly<Record<string, { one: string; many: string }>>) => Catalogue;

const FOLDER = join(import.meta.dirname, "../../apps/web/src/words");
const { wordsIn } = (await import(join(FOLDER, "words.ts"))) as { wordsIn: (language: "en") => Catalogue };
const { inOwnTerms } = (await import(join(FOLDER, "ownTerms.ts"))) as { inOwnTerms: InOwnTerms };

const HOSPITAL = {
  customer: { one: "patient", many: "patients" },
  colleague: { one: "nurse", many: "nurses" },
  moderator: { one: "guide", many: "guides" },
  facilitator: { one: "host", many: "hosts" },
  workshop: { one: "visit", many: "visits" },
  table: { one: "ward", many: "wards" },
};
const USUAL = /\b(?:customer|colleague|moderator|facilitator|workshop|table)s?\b/i;

/** What functions of the catalogue are handed: each is tried with all of these, and says something with some. */
const ARGUMENTS: readonly unknown[] = [
  ...[0, 1, 2, 90_000],
  ...["x", "customer", "colleague", "moderator", "phone"],
  ...[["x", "y"], [["customer", 2]], { name: "x", text: "y", n: 2 }],
];

/** Every text, by its place in the catalogue. */
function textsIn(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (isSay(value)) return ARGUMENTS.flatMap((argument) => textsIn(saidWith(value, argument), path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === "" ? key : `${path}.${key}`));
}

type Say = (...args: unknown[]) => unknown;

function isSay(value: unknown): value is Say {
  return typeof value === "function";
}

function saidWith(say: Say, argument: unknown): unknown {
  try {
    return say(argument, argument, argument, argument);
  } catch {
    return undefined;
  }
}

const usual = wordsIn("en");
const hospital = inOwnTerms(usual, HOSPITAL);

describe("a workshop that says patient, nurse, guide, host, visit and ward", () => {
  it("says none of the usual words anywhere", () => {
    const before = textsIn(usual).filter(([, text]) => USUAL.test(text));
    expect(new Set(before.map(([path]) => path.split(".")[0])).size).toBeGreaterThan(15);
    expect(textsIn(hospital).filter(([, text]) => USUAL.test(text))).toEqual([]);
  });

  it("has the article that goes with the word, its number and its capital", () => {
    const say = inOwnTerms(
      { one: "A customer and a colleague", many: "Customers’ tables", keyed: (role: string) => `2 ${role}s` },
      { ...HOSPITAL, customer: { one: "adult", many: "adults" } },
    );
    expect(say["one"]).toBe("An adult and a nurse");
    expect(say["many"]).toBe("Adults’ wards");
    expect((say["keyed"] as (role: string) => string)("colleague")).toBe("2 nurses");
  });

  it("leaves what people wrote as it is, and renames no word twice", () => {
    const say = inOwnTerms(
      { quoting: (text: string) => `A customer said “${text}”`, plain: "customers, colleagues" },
      { customer: { one: "colleague", many: "colleagues" }, colleague: { one: "nurse", many: "nurses" } },
    );
    expect((say["quoting"] as (text: string) => string)("Ask the customer")).toBe(
      "A colleague said “Ask the customer”",
    );
    expect(say["plain"]).toBe("colleagues, nurses");
  });

  it("says in its own words what the relay answered", () => {
    const { said } = hospital["app"] as { said: (text: string) => string };
    expect(said("This relay does not know the workshop.")).toBe("This relay does not know the visit.");
  });

  it("calls a table of rows and columns a grid, as soon as people sit at wards", () => {
    const { views } = hospital["board"] as { views: { names: { table: string } } };
    expect(views.names.table).toBe("Grid");
  });
});
