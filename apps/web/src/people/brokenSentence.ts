/** What a seating does not keep, as a sentence with the table's name. */
import type { BrokenRule } from "@sameside/insights";
import type { PlanView } from "@sameside/model";
import type { Words } from "../words/words.ts";
import { nameIn } from "./planNames.ts";

export function brokenSentence(
  broken: BrokenRule,
  { groups, customerTypes, departments }: Pick<PlanView, "groups" | "customerTypes" | "departments">,
  nameOf: (person: string) => string,
  words: Words,
): string {
  const say = words.people.seating.because;
  const table = (id: string) => nameIn(groups, id);
  switch (broken.rule) {
    case "everybody":
      return say.everybody(broken.people.length);
    case "seats":
      return say.seats(table(broken.group), broken.people, broken.seats);
    case "moderators":
    case "colleagues": {
      const role = broken.rule === "moderators" ? "moderator" : "colleague";
      return broken.have < broken.tables
        ? say.tooFew(role, table(broken.group), broken.have, broken.tables)
        : say.elsewhere(role, table(broken.group));
    }
    case "buddies":
      return say.buddies(nameOf(broken.colleague), nameOf(broken.customer));
    case "byType": {
      const types = broken.customerTypes.map((id) => nameIn(customerTypes, id));
      return say.byType(table(broken.group), types.join(", "));
    }
    case "mixed": {
      const type = nameIn(customerTypes, broken.customerType);
      return broken.group === undefined
        ? say.mixedTooFew(type, broken.have, broken.tables)
        : say.mixed(table(broken.group), type);
    }
    case "sizes":
      return say.sizes(table(broken.group), broken.people, table(broken.smallest), broken.smallestPeople);
    case "departments":
      return say.departments(table(broken.group), nameIn(departments, broken.department), broken.people);
  }
}
