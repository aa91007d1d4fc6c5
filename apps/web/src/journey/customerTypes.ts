/** The customer types of the workshop, as a board tells them apart: who is of which, and what everybody may read of them. */
import { TYPE_SERIES } from "@sameside/insights";
import type { Id, RatingView } from "@sameside/model";
import { createContext, use } from "react";
import type { Words } from "../words/words.ts";

/** Who rated or wrote something. */
type Said = Pick<RatingView, "person" | "role" | "customerType">;

export interface CustomerTypes {
  /** In the order of the plan. `name` is absent where the workshop does not let boards show it (S0-3). */
  readonly all: readonly { readonly id: Id; readonly name?: string }[];
  /** The id of a customer's type; "" for none, and for who is no customer. */
  readonly typeOf: (said: Said) => Id;
  /** The place of a customer's type in `all`. */
  readonly placeOf: (said: Said) => number | undefined;
}

const NO_TYPES: CustomerTypes = {
  all: [],
  typeOf: ({ role, customerType = "" }) => (role === "customer" ? customerType : ""),
  placeOf: () => undefined,
};

export const CustomerTypesContext = createContext<CustomerTypes>(NO_TYPES);

export function useCustomerTypes(): CustomerTypes {
  return use(CustomerTypesContext);
}

/** What a type is called where everybody may read it: by a letter where its name is not shown. */
export function typeName(id: Id, { all }: CustomerTypes, { feeling }: Words): string {
  if (id === "") return feeling.types.none;
  const place = all.findIndex((type) => type.id === id);
  return place < 0 ? feeling.types.another : (all[place]?.name ?? feeling.types.neutral(letterOf(place)));
}

/** What the series of a curve are called, by their keys. */
export function seriesNames(types: CustomerTypes, words: Words): Readonly<Record<string, string>> {
  const apart = TYPE_SERIES.slice(0, -1).flatMap((series, place) => {
    const type = types.all[place];
    return type ? [[series, typeName(type.id, types, words)] as const] : [];
  });
  return { ...words.canvas.series, ...Object.fromEntries(apart), "type-rest": words.feeling.types.rest };
}

function letterOf(place: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return letters[place] ?? String(place + 1);
}
