/** The page of who prepares a workshop: a head, what is on it, and its sections one below the other. */
import { ArrowLeft, LayoutGrid, Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useNames } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { IconButton } from "../ui/Button.tsx";
import { useLeaveWarning, useUndoKeys } from "../ui/pageKeys.ts";
import { ToastList, useToasts } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { PrepareFrame } from "./frame.ts";
import { OpenBoards } from "./OpenBoards.tsx";
import { Sections } from "./Sections.tsx";
import type { PrepareSection } from "./slots.ts";
import { usePlanCommands } from "./usePlanCommands.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly frame: PrepareFrame;
  readonly sections: readonly PrepareSection[];
  /** The one that the address asks for. */
  readonly section: string | undefined;
  /** Where the work is. */
  readonly state: ReactNode;
  /** Under the head, when the device's store takes nothing. */
  readonly trouble: ReactNode;
}

export function PreparePage({ live, frame, sections, section, state, trouble }: Props) {
  const words = useWords();
  const say = words.prepare;
  const plan = useStore(live.plan.view);
  const status = useStore(live.status);
  const names = useNames({ names: live.rows("name") });
  const { toasts, tell, close } = useToasts();
  const { run, undo, redo, canUndo, canRedo, said } = usePlanCommands(live, tell);
  const editable = frame.runsIt && plan.writable && !status.outdated;
  const title = plan.brief.title || frame.title;
  useUndoKeys(undo, redo, editable);
  useLeaveWarning(live.status);
  useEffect(() => {
    document.title = say.documentTitle(title);
  }, [say, title]);
  const nameOf = (person: string) => names.get(person) || say.somebody;

  return (
    <div className="prepare">
      <header className="prepare-head">
        <IconButton label={words.app.back} icon={<ArrowLeft size={19} aria-hidden />} onPress={frame.home} />
        <h1>{say.heading(title)}</h1>
        <span className="prepare-spring" />
        {state}
        {editable ? (
          <span className="prepare-undo">
            <IconButton
              label={say.undo}
              keys={words.board.keys.undo}
              icon={<Undo2 size={18} aria-hidden />}
              isDisabled={!canUndo}
              onPress={undo}
            />
            <IconButton
              label={say.redo}
              keys={words.board.keys.redo}
              icon={<Redo2 size={18} aria-hidden />}
              isDisabled={!canRedo}
              onPress={redo}
            />
          </span>
        ) : null}
        {frame.runsIt ? (
          <IconButton label={words.room.open} icon={<LayoutGrid size={18} aria-hidden />} onPress={frame.openRoom} />
        ) : null}
        <OpenBoards groups={plan.groups} frame={frame} />
      </header>
      {trouble}
      {editable ? null : <p className="prepare-read-only">{say.readOnly}</p>}
      <Sections sections={sections} asked={section} props={{ live, plan, run, editable, nameOf, tell, frame }} />
      <output className="ui-only-heard" aria-live="polite">
        {said}
      </output>
      <ToastList label={words.app.messages} closeLabel={words.app.close} toasts={toasts} onClose={close} />
    </div>
  );
}
