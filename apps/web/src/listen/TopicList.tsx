/** The topics in their order. They are moved by dragging, by buttons, and by Alt with an arrow; the keyboard goes with them. */
import { type Id, moveTopic, type Outcome, type TopicView } from "@sameside/model";
import { type DragEvent, useEffect, useRef, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { fingerDrag } from "../ui/fingerDrag.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { TopicItem } from "./TopicItem.tsx";

export interface TopicsProps {
  readonly live: LiveBoard;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
  readonly tell: Tell;
}

const NONE: readonly TopicView[] = [];

export function TopicList({ onSay, ...props }: TopicsProps & { readonly onSay: (text: string) => void }) {
  const say = useWords().listen.topics;
  const { live, run, editable } = props;
  const topics = useUnhurried(live.view).topics ?? NONE;
  const [dragged, setDragged] = useState<Id | null>(null);
  const [over, setOver] = useState<Id | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const toFocus = useRef<{ readonly topic: Id; readonly way: string } | null>(null);
  useEffect(() => {
    const wanted = toFocus.current;
    if (!wanted) return;
    toFocus.current = null;
    const item = list.current?.querySelector<HTMLElement>(`[data-topic-id="${wanted.topic}"]`);
    const button = item?.querySelector<HTMLElement>(`[data-way="${wanted.way}"]:not([disabled])`);
    (button ?? item)?.focus();
  });

  const put = (topic: TopicView, before: Id | undefined) => {
    const moved = moveTopic(live.board, live.by, { topic: topic.id, ...(before === undefined ? {} : { before }) });
    if (run(moved).outcome !== "done") return;
    const others = topics.filter(({ id }) => id !== topic.id);
    const at = before === undefined ? others.length : others.findIndex(({ id }) => id === before);
    onSay(say.moved(topic.text, at + 1, topics.length));
  };
  const shift = (topic: TopicView, by: 1 | -1, way: string) => {
    const at = topics.indexOf(topic);
    if (at + by < 0 || at + by >= topics.length) return;
    put(topic, topics[by > 0 ? at + 2 : at - 1]?.id);
    toFocus.current = { topic: topic.id, way };
  };
  const drop = (event: DragEvent, target: TopicView) => {
    event.preventDefault();
    const topic = topics.find(({ id }) => id === dragged);
    setDragged(null);
    setOver(null);
    if (!topic || topic === target) return;
    const isDown = topics.indexOf(topic) < topics.indexOf(target);
    put(topic, isDown ? topics[topics.indexOf(target) + 1]?.id : target.id);
  };

  const byFinger = fingerDrag({
    grip: ".listen-grip",
    item: ".listen-topic",
    place: ".listen-topic",
    onDrop(item, place, isBehind) {
      const topic = topics.find(({ id }) => id === item.dataset["topicId"]);
      const at = topics.findIndex(({ id }) => id === place.dataset["topicId"]);
      const before = topics[isBehind ? at + 1 : at];
      if (topic && before !== topic) put(topic, before?.id);
    },
  });
  if (topics.length === 0) return <p className="ui-side-quiet">{editable ? say.empty : say.emptyToRead}</p>;
  return (
    <ol ref={list} className="listen-topics" aria-label={say.list} onPointerDownCapture={byFinger}>
      {topics.map((topic, at) => (
        <li
          key={topic.id}
          data-topic-id={topic.id}
          data-over={over === topic.id && dragged !== topic.id ? "" : undefined}
          className="listen-topic"
          // A list item that moves keeps the keyboard, also where its button cannot be pressed any more.
          tabIndex={-1}
          draggable={editable}
          onDragStart={(event) => {
            event.dataTransfer.setData("text/plain", topic.text);
            event.dataTransfer.effectAllowed = "move";
            setDragged(topic.id);
          }}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(topic.id);
          }}
          onDrop={(event) => drop(event, topic)}
          onKeyDown={(event) => {
            const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
            if (!editable || !event.altKey || !isArrow) return;
            event.preventDefault();
            shift(topic, event.key === "ArrowUp" ? -1 : 1, "");
          }}
        >
          <TopicItem
            {...props}
            topic={topic}
            isFirst={at === 0}
            isLast={at === topics.length - 1}
            onShift={(by, way) => shift(topic, by, way)}
          />
        </li>
      ))}
    </ol>
  );
}
