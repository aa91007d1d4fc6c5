/** A line over the map of who helps at the table, as long as a note that was prepared for it is not on the map. */
import { isHelper } from "@sameside/protocol";
import { BookOpen } from "lucide-react";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { LivePlan } from "../../live/livePlan.ts";
import { useStore } from "../../live/store.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import "./notes.css";
import { useTableNotes } from "./useTableNotes.ts";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly editable: boolean;
  readonly onShow: () => void;
}

export function PreparedNotes({ live, plan, editable, onShow }: Props) {
  const say = useWords().before.tray;
  const seat = useStore(live.seat);
  const { notes, placeByNote } = useTableNotes(live, plan);
  const waiting = notes.filter(({ id }) => !placeByNote.has(id)).length;
  if (!isHelper(seat) || !editable || waiting === 0) return null;
  return (
    <div className="before-tray-line" role="status">
      <BookOpen size={16} aria-hidden />
      <p>{say.line(waiting)}</p>
      <Button onPress={onShow}>{say.show}</Button>
    </div>
  );
}
