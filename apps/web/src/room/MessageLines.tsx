/** Under the bar of the board: what who runs the day has said to this table and this person has not read yet. */
import type { MessageView, PlanView } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import { Megaphone } from "lucide-react";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { readOff, useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly tell: Tell;
}

export function MessageLines({ live, plan, tell }: Props) {
  const words = useWords().room.messages;
  const seat = useStore(live.seat);
  const seen = useStore(live.rows("seen"));
  const place = parseRoom(live.room);
  const group = place?.kind === "board" ? place.group : "";
  const messages = useStore(useMemo(() => readOff(plan.view, (view) => messagesFor(view, group)), [plan, group]));
  const read = new Set(
    seen.filter(({ person, value }) => person === seat.person && value === true).map((row) => row.item),
  );
  const unread = messages.filter(({ id, author }) => !read.has(id) && author !== seat.person);
  const markRead = (item: string) => {
    live
      .answer({ topic: "seen", person: seat.person, item, value: true })
      .catch((error: unknown) => tell({ tone: "problem", text: String(error) }));
  };
  return unread.map(({ id, text }) => (
    <div key={id} className="room-message-line" role="status">
      <Megaphone size={16} aria-hidden />
      <p>
        <span className="ui-only-heard">{words.heard}</span> {text}
      </p>
      <Button onPress={() => markRead(id)}>{words.read}</Button>
    </div>
  ));
}

function messagesFor({ messages }: PlanView, group: string): readonly MessageView[] {
  return messages.filter(({ tables }) => tables.length === 0 || tables.includes(group));
}
