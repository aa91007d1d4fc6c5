/** Tells the views of a board of which customer type somebody is, as the plan has it now. */
import type { Id, PlanView } from "@sameside/model";
import { type ReactNode, useMemo } from "react";
import { type CustomerTypes, CustomerTypesContext } from "../journey/customerTypes.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, readOff, useStore } from "../live/store.ts";

interface Props {
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  /** The table whose board this is. */
  readonly group: string;
  readonly children: ReactNode;
}

/** Of a plan, what tells types apart: plain data, so that nothing is drawn anew for the rest of it. */
interface Known {
  readonly types: readonly { readonly id: Id; readonly name: string; readonly isShown: boolean }[];
  readonly typeByPerson: Readonly<Record<Id, Id>>;
  /** Of who sits at this table; "" where it is mixed. */
  readonly ofTable: Id;
}
const NOTHING: Known = { types: [], typeByPerson: {}, ofTable: "" };
const NO_PLAN = openValue(NOTHING);

export function TypesScope({ plan, group, children }: Props) {
  const known = useStore(
    useMemo(() => (plan ? readOff(plan.view, (view) => knownOf(view, group)) : NO_PLAN), [plan, group]),
  );
  const types = useMemo(() => typesFrom(known), [known]);
  return <CustomerTypesContext value={types}>{children}</CustomerTypesContext>;
}

function knownOf({ customerTypes, people, groups }: PlanView, group: string): Known {
  return {
    types: customerTypes.map(({ id, name, isShown }) => ({ id, name, isShown })),
    typeByPerson: Object.fromEntries(
      people.flatMap(({ id, customerType }) => (customerType ? [[id, customerType]] : [])),
    ),
    ofTable: groups.find(({ id }) => id === group)?.customerType ?? "",
  };
}

/**
 * The list of people says it first, for it can be put right later; then what was said when it was written; then the
 * table, for who joined without standing on the list, and for what came with a file.
 */
function typesFrom({ types, typeByPerson, ofTable }: Known): CustomerTypes {
  const typeByKnown = new Map(Object.entries(typeByPerson));
  const typeOf: CustomerTypes["typeOf"] = ({ person, role, customerType }) =>
    role === "customer" ? (typeByKnown.get(person) ?? customerType ?? ofTable) : "";
  const placeById = new Map(types.map(({ id }, place) => [id, place]));
  return {
    all: types.map(({ id, name, isShown }) => ({ id, ...(isShown && name !== "" && { name }) })),
    typeOf,
    placeOf: (said) => placeById.get(typeOf(said)),
  };
}
