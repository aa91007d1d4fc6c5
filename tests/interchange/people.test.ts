import { readPeople } from "@sameside/interchange";
import { MAX_LISTED_PEOPLE } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const facts = (text: string) =>
  readPeople(text).people.map(({ name, role, department, customerType }) => [name, role, department, customerType]);

describe("reading a list of people (P32)", () => {
  it("takes name, role, department and customer type in this order, from lines, CSV or a block of a spreadsheet", () => {
    const people = [
      ["Ann Alt", "customer", "", "Loyalists"],
      ["Bert Berg", "colleague", "Finance", ""],
      ["Mo", "moderator", "", ""],
    ];
    expect(facts("Ann Alt,customer,,Loyalists\nBert Berg,colleague,Finance\nMo,moderator")).toEqual(people);
    expect(facts("Ann Alt\tcustomer\t\tLoyalists\r\nBert Berg\tcolleague\tFinance\r\nMo\tmoderator\r\n")).toEqual(
      people,
    );
    expect(facts("\ufeffAnn Alt;customer;;Loyalists\n\nBert Berg;colleague;Finance;\nMo;moderator;;\n")).toEqual(
      people,
    );
  });

  it("takes the columns of a heading row in any order and leaves out those it does not know", () => {
    const text = "Segment;E-mail;Name;Abteilung;Rolle\nLoyalists;a@b.c;“Ann; Alt”;;Kundin\n;;Bert;Vertrieb;Mitarbeiter";
    expect(facts(text.replace(/[“”]/g, '"'))).toEqual([
      ["Ann; Alt", "customer", "", "Loyalists"],
      ["Bert", "colleague", "Vertrieb", ""],
    ]);
  });

  it("takes names alone, and counts for how many it took the role from what else stands there", () => {
    expect(facts("Ann\nBert")).toEqual([
      ["Ann", "customer", "", ""],
      ["Bert", "customer", "", ""],
    ]);
    const { people, guessedRoles } = readPeople("Name,Department,Type\nAnn,,Loyalists\nBert,Finance,");
    expect([guessedRoles, ...people.map(({ role }) => role)]).toEqual([2, "customer", "colleague"]);
  });

  it("understands the workshop's own words for roles (S3-10, P26)", () => {
    const roleWords = { customer: ["patient", "patients"], colleague: ["nurse", "nurses"] };
    expect(readPeople("Ann,Patient\nBert,nurse", { roleWords }).people.map(({ role }) => role)).toEqual([
      "customer",
      "colleague",
    ]);
    const [ann] = readPeople("Name,Patient type\nAnn,Children", { roleWords }).people;
    expect(ann).toMatchObject({ name: "Ann", customerType: "Children" });
  });

  it("keeps emoji and right-to-left names whole", () => {
    const names = ["👩🏽‍🚀 Zoë", "ليلى حسن", "דָּוִד", "Łukasz Žižek", "李小龍"];
    expect(readPeople(names.map((name) => `${name},customer`).join("\n")).people.map(({ name }) => name)).toEqual(
      names,
    );
  });

  it("keeps people of the same name, and tells of them", () => {
    const { people, sameNames } = readPeople("Ann Alt\nBert\nann  ALT\nAnn Alt");
    expect(people).toHaveLength(4);
    expect(sameNames).toEqual([{ name: "Ann Alt", lines: [1, 3, 4] }]);
  });

  it("names each line that cannot be read, and takes none of the list", () => {
    const text = `Name,Role\nAnn,customer\n,colleague\nBert,wizard\n${"x".repeat(61)},customer`;
    expect(readPeople(text)).toMatchObject({
      people: [],
      problems: [
        { line: 3, code: "no-name", text: "colleague" },
        { line: 4, code: "unknown-role", text: "wizard" },
        { line: 5, code: "long-name" },
      ],
    });
    const { length } = readPeople(Array.from({ length: MAX_LISTED_PEOPLE }, (_, at) => `P${at}`).join("\n")).people;
    expect(length).toBe(MAX_LISTED_PEOPLE);
    const many = readPeople(Array.from({ length: MAX_LISTED_PEOPLE + 1 }, (_, at) => `P${at}`).join("\n"));
    expect(many).toMatchObject({ people: [], isTooLong: true });
  });

  it("never throws, and never takes half a list", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const { people, problems } = readPeople(text);
        expect(people.length === 0 || problems.length === 0).toBe(true);
        for (const { name } of people) expect(name.trim()).not.toBe("");
      }),
    );
  });
});
