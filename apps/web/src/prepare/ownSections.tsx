/** The sections that every workshop has; what other features add comes behind them. */
import { Building2, CalendarClock, Lightbulb, MessageSquareQuote, Table2, UsersRound } from "lucide-react";
import { AgendaSection } from "./AgendaSection.tsx";
import { BriefSection } from "./BriefSection.tsx";
import { DepartmentsSection } from "./DepartmentsSection.tsx";
import { OwnWordsSection } from "./OwnWordsSection.tsx";
import type { PrepareSection } from "./slots.ts";
import { TablesSection } from "./TablesSection.tsx";
import { TypesSection } from "./TypesSection.tsx";

export const OWN_SECTIONS: readonly PrepareSection[] = [
  {
    id: "brief",
    title: (words) => words.prepare.brief.title,
    icon: <Lightbulb size={17} aria-hidden />,
    Section: BriefSection,
  },
  {
    id: "types",
    title: (words) => words.prepare.types.title,
    icon: <UsersRound size={17} aria-hidden />,
    Section: TypesSection,
  },
  {
    id: "departments",
    title: (words) => words.prepare.departments.title,
    icon: <Building2 size={17} aria-hidden />,
    Section: DepartmentsSection,
  },
  {
    id: "tables",
    title: (words) => words.prepare.tables.title,
    icon: <Table2 size={17} aria-hidden />,
    Section: TablesSection,
  },
  {
    id: "agenda",
    title: (words) => words.prepare.agenda.title,
    icon: <CalendarClock size={17} aria-hidden />,
    Section: AgendaSection,
  },
  {
    id: "words",
    title: (words) => words.prepare.ownWords.title,
    icon: <MessageSquareQuote size={17} aria-hidden />,
    Section: OwnWordsSection,
  },
];
