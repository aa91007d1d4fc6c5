/** What a workshop still lacks before it is started (S0-4, S3-2, S3-13, S4-5). It may be started all the same. */
import type { Id, PlanView } from "@sameside/model";
import { unpaired } from "./pairUp.ts";
import { whoSits } from "./rules.ts";

export type Unready =
  | { readonly lacks: "tables" | "people" | "sponsor" | "purpose" }
  | { readonly lacks: "moderator" | "colleague"; readonly group: Id }
  | { readonly lacks: "department"; readonly department: Id }
  | { readonly lacks: "seats"; readonly group: Id; readonly people: number; readonly seats: number }
  | { readonly lacks: "seating" | "buddies"; readonly people: readonly Id[] };

/** In the order in which it is best mended; empty when all is there. Pure. */
export function readinessOf(plan: PlanView): readonly Unready[] {
  const people = whoSits(plan.people);
  return [
    ...(plan.groups.length === 0 ? [{ lacks: "tables" as const }] : []),
    ...(people.length === 0 ? [{ lacks: "people" as const }] : missingAtTables(plan)),
    ...missingDepartments(plan),
    ...missingBuddies(plan),
    ...missingPurpose(plan),
  ];
}

function missingAtTables({ groups, people }: PlanView): readonly Unready[] {
  const peopleByGroup = Map.groupBy(whoSits(people), ({ group }) => group);
  const nowhere = peopleByGroup.get(undefined) ?? [];
  return [
    ...(nowhere.length > 0 && groups.length > 0
      ? [{ lacks: "seating" as const, people: nowhere.map(({ id }) => id) }]
      : []),
    ...groups.flatMap(({ id: group, moderator, seats }): Unready[] => {
      const here = peopleByGroup.get(group) ?? [];
      const isThere = (role: string) => here.some((person) => person.role === role);
      return [
        ...(moderator === undefined ? [{ lacks: "moderator" as const, group }] : []),
        ...(isThere("colleague") ? [] : [{ lacks: "colleague" as const, group }]),
        ...(here.length > seats ? [{ lacks: "seats" as const, group, people: here.length, seats }] : []),
      ];
    }),
  ];
}

/** A department that is wanted, of which nobody comes (S4-5). */
function missingDepartments({ departments, people }: PlanView): readonly Unready[] {
  const present = new Set(people.filter(({ isAbsent }) => !isAbsent).map(({ department }) => department));
  return departments.filter(({ id }) => !present.has(id)).map(({ id }) => ({ lacks: "department", department: id }));
}

/** Pairs are not for every workshop: only where a step asks for them, or somebody is paired already. */
function missingBuddies({ steps, people }: PlanView): readonly Unready[] {
  const isAsked =
    steps.some(({ kind, isSkipped }) => kind === "pair" && !isSkipped) || people.some((it) => it.buddies.length > 0);
  const alone = isAsked ? unpaired(people).map(({ id }) => id) : [];
  return alone.length === 0 ? [] : [{ lacks: "buddies", people: alone }];
}

/** Without a decision, a work stream and a sponsor a workshop stands alone (S3-2); without a sponsor it has no advocate. */
function missingPurpose({ brief: { decision, workStream, sponsor } }: PlanView): readonly Unready[] {
  const isBlank = (text: string) => text.trim() === "";
  if (!isBlank(sponsor.who)) return [];
  const standsAlone = isBlank(decision) && isBlank(workStream);
  return [{ lacks: "sponsor" }, ...(standsAlone ? [{ lacks: "purpose" as const }] : [])];
}
