/** What this feature puts on the page of who prepares a workshop. */
import { Armchair, ListChecks, UsersRound } from "lucide-react";
import type { Words } from "../words/words.ts";
import "./people.css";
import { PeopleSection } from "./PeopleSection.tsx";
import { ReadySection } from "./ReadySection.tsx";
import { SeatingSection } from "./SeatingSection.tsx";

export const PEOPLE_SECTIONS = [
  {
    id: "people",
    title: (words: Words) => words.people.title,
    icon: <UsersRound size={17} aria-hidden />,
    Section: PeopleSection,
  },
  {
    id: "seating",
    title: (words: Words) => words.people.seating.title,
    icon: <Armchair size={17} aria-hidden />,
    Section: SeatingSection,
  },
  {
    id: "ready",
    title: (words: Words) => words.people.ready.title,
    icon: <ListChecks size={17} aria-hidden />,
    Section: ReadySection,
  },
];
