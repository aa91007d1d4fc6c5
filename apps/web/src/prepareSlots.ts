/** What stands on the page of who prepares a workshop, in order. */
import { BEFORE_SECTIONS } from "./app/beforeSections.tsx";
import { PEOPLE_SECTIONS } from "./people/peopleSections.tsx";
import { OWN_SECTIONS } from "./prepare/ownSections.tsx";
import type { PrepareSection } from "./prepare/slots.ts";

export const PREPARE_SECTIONS: readonly PrepareSection[] = [...OWN_SECTIONS, ...PEOPLE_SECTIONS, ...BEFORE_SECTIONS];
