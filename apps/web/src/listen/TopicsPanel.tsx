/** The customers' own list of what to talk about (S2-14): added to, put in order and built on by them, read by all. */
import { addTopic, type TopicId } from "@sameside/model";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import "./listen.css";
import { TopicList, type TopicsProps } from "./TopicList.tsx";

interface Props extends TopicsProps {
  readonly tell: Tell;
  readonly onClose: () => void;
}

export function TopicsPanel({ onClose, ...list }: Props) {
  const say = useWords().listen.topics;
  const { live, run, editable } = list;
  const [text, setText] = useState("");
  const [said, announce] = useState("");
  const mayWrite = editable && live.by.role !== "colleague";
  const add = () => {
    const written = text.trim();
    if (written === "" || run<TopicId>(addTopic(live.board, live.by, { text: written })).outcome !== "done") return;
    setText("");
    announce(say.added(written));
  };
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose}>
      <p className="ui-side-quiet">{mayWrite ? say.lead : say.readOnly}</p>
      {mayWrite ? (
        <div className="listen-fresh">
          <TextField
            label={say.fresh}
            placeholder={say.placeholder}
            value={text}
            onChange={setText}
            onKeyDown={({ key }) => {
              if (key === "Enter") add();
            }}
            serif
          />
          <Button look="primary" isDisabled={text.trim() === ""} onPress={add}>
            {say.add}
          </Button>
        </div>
      ) : null}
      <TopicList {...list} editable={mayWrite} onSay={announce} />
      <output className="ui-only-heard" aria-live="polite">
        {said}
      </output>
    </SidePanel>
  );
}
