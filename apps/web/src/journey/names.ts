/** What people are called on a map, for every view of it. */
import type { Id } from "@sameside/model";
import { createContext, use } from "react";

export const NameOfContext = createContext<(person: Id) => string>((person) => person);

/** The name for today, or a word for somebody who gave none. */
export function useNameOf(): (person: Id) => string {
  return use(NameOfContext);
}
