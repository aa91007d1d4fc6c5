/** What stands on the page of who prepares a workshop, in order. */
import { BEFORE_SECTIONS } from "./app/beforeSections.tsx";
import { ReadyWithNeeds } from "./app/ReadyWithNeeds.tsx";
import { PEOPLE_SECTIONS } from "./people/peopleSections.tsx";
import { OWN_SECTIONS } from "./prepare/ownSections.tsx";
import type { PrepareSection } from "./prepare/slots.ts";

const READY = "ready";

export const PREPARE_SECTIONS: readonly PrepareSection[] = [
  ...OWN_SECTIONS,
  ...PEOPLE_SECTIONS.map((section) => (section.id === READY ? { ...section, Section: ReadyWithNeeds } : section)),
  ...BEFORE_SECTIONS,
];
