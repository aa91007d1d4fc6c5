/** What happens before the day, on the page of who prepares a workshop. */
import { CalendarCheck, NotebookPen } from "lucide-react";
import { useEffect, useState } from "react";
import { NotesSection } from "../before/notes/NotesSection.tsx";
import { TasksSection } from "../before/tasks/TasksSection.tsx";
import { reachableOrigins } from "../board/inviteLinks.ts";
import { useStore } from "../live/store.ts";
import type { PrepareProps, PrepareSection } from "../prepare/slots.ts";
import { beforeLink } from "./beforeLink.ts";
import { roomCheckAddress } from "./routes.ts";

export const BEFORE_SECTIONS: readonly PrepareSection[] = [
  {
    id: "what-we-know",
    title: (words) => words.before.notes.title,
    icon: <NotebookPen size={17} aria-hidden />,
    Section: NotesSection,
  },
  {
    id: "before-the-day",
    title: (words) => words.before.tasks.title,
    icon: <CalendarCheck size={17} aria-hidden />,
    Section: Tasks,
  },
];

function Tasks(props: PrepareProps) {
  const { live, plan, frame } = props;
  // The links are known anew with each seat that is taken.
  useStore(live.seat);
  const { relay } = live.latest();
  const [origin, setOrigin] = useState<string>();
  useEffect(() => {
    if (relay === undefined) return;
    void reachableOrigins(relay).then(([first]) => setOrigin(first));
  }, [relay]);
  return (
    <TasksSection
      {...props}
      title={plan.brief.title || frame.title}
      link={beforeLink(live.latest(), origin)}
      checkAddress={roomCheckAddress(live.latest().id)}
    />
  );
}
