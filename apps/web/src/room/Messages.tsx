/** What was said to the tables, the newest first, and how many have read it. */
import { type MessageView, takeBackMessage } from "@sameside/model";
import { Undo2 } from "lucide-react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import { IconButton } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly messages: readonly MessageView[];
  readonly tables: readonly RoomTable[];
}

export function Messages({ live, messages, tables }: Props) {
  const words = useWords().room.messages;
  const seen = useStore(live.rows("seen"));
  const takeBack = (message: MessageView) => {
    takeBackMessage(live.plan.plan, live.by, { message: message.id });
    live.plan.endGesture();
  };
  if (messages.length === 0) return null;
  return (
    <section className="room-panel" aria-label={words.said}>
      <h2>{words.said}</h2>
      <ul>
        {messages.toReversed().map((message) => {
          const to = tables.filter(({ group }) => message.tables.length === 0 || message.tables.includes(group));
          const here = new Set(to.flatMap(({ facts }) => facts.here));
          const readers = seen.filter(({ item, value }) => item === message.id && value === true);
          return (
            <li key={message.id} className="room-message">
              <span>{message.text}</span>
              <small>
                {message.tables.length === 0 ? words.all : to.map(({ name }) => name).join(", ")} ·{" "}
                {words.readBy(readers.length, new Set([...here, ...readers.map(({ person }) => person)]).size)}
              </small>
              <IconButton
                label={words.takeBack(message.text)}
                icon={<Undo2 size={16} aria-hidden />}
                onPress={() => takeBack(message)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
