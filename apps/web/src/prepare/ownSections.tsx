/** The sections that every workshop has; what other features add comes behind them. */
import { Lightbulb } from "lucide-react";
import { BriefSection } from "./BriefSection.tsx";
import type { PrepareSection } from "./slots.ts";

export const OWN_SECTIONS: readonly PrepareSection[] = [
  {
    id: "brief",
    title: (words) => words.prepare.brief.title,
    icon: <Lightbulb size={17} aria-hidden />,
    Section: BriefSection,
  },
];
