/** One topic, and what others built on it. */
import {
  type BuiltOnView,
  buildOnTopic,
  giveBack,
  type Id,
  removeTopic,
  restore,
  rewordTopic,
  type TopicView,
  takeAway,
} from "@sameside/model";
import { ChevronDown, ChevronUp, CornerDownRight, Ellipsis, GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "../ui/Button.tsx";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { RewordField } from "./RewordField.tsx";
import type { TopicsProps } from "./TopicList.tsx";

interface Props extends TopicsProps {
  readonly topic: TopicView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onShift: (by: 1 | -1, way: string) => void;
}

export function TopicItem({ topic, isFirst, isLast, onShift, ...props }: Props) {
  const say = useWords().listen.topics;
  const { live, run, editable } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const build = () => {
    const text = (draft ?? "").trim();
    if (text === "" || run(buildOnTopic(live.board, live.by, { topic: topic.id, text })).outcome !== "refused")
      setDraft(null);
  };
  return (
    <>
      <Said {...props} said={topic}>
        {editable ? (
          <span className="listen-ways">
            {/* For fingers and the eye: the keyboard has the buttons beside it. */}
            <span className="listen-grip" aria-hidden>
              <GripVertical size={16} />
            </span>
            <IconButton
              label={say.earlier(topic.text)}
              icon={<ChevronUp size={16} aria-hidden />}
              isDisabled={isFirst}
              data-way="up"
              onPress={() => onShift(-1, "up")}
            />
            <IconButton
              label={say.later(topic.text)}
              icon={<ChevronDown size={16} aria-hidden />}
              isDisabled={isLast}
              data-way="down"
              onPress={() => onShift(1, "down")}
            />
          </span>
        ) : null}
      </Said>
      {topic.builtOn.length > 0 ? (
        <ul className="listen-built" aria-label={say.builtOn(topic.builtOn.length)}>
          {topic.builtOn.map((built) => (
            <li key={built.id}>
              <CornerDownRight size={14} aria-hidden />
              <Said {...props} said={built} />
            </li>
          ))}
        </ul>
      ) : null}
      {draft === null ? null : (
        <div className="listen-fresh">
          <TextField
            label={say.buildOn(topic.text)}
            placeholder={say.buildField}
            value={draft}
            onChange={setDraft}
            onKeyDown={({ key }) => {
              if (key === "Enter") build();
              if (key === "Escape") setDraft(null);
            }}
            serif
            autoFocus
          />
          <Button look="primary" onPress={build}>
            {say.add}
          </Button>
        </div>
      )}
      {editable && draft === null ? (
        <Button look="quiet" onPress={() => setDraft("")}>
          {say.build}
        </Button>
      ) : null}
    </>
  );
}

interface SaidProps extends TopicsProps {
  readonly said: BuiltOnView;
  readonly children?: ReactNode;
}

/** Somebody's words; their author rewords them, they and who leads take them away. */
function Said({ live, run, editable, nameOf, tell, said, children }: SaidProps) {
  const words = useWords();
  const say = words.listen.topics;
  const [draft, setDraft] = useState<string | null>(null);
  const isOwn = said.author === live.by.person;
  const leads = live.by.role === "moderator" || live.by.role === "facilitator";
  if (draft !== null) {
    const save = () => {
      const text = draft.trim();
      const isKept = text === "" || text === said.text;
      if (isKept || run(rewordTopic(live.board, live.by, { topic: said.id, text })).outcome !== "refused")
        setDraft(null);
    };
    return <RewordField label={say.words} saveLabel={say.save} draft={draft} onDraft={setDraft} onSave={save} />;
  }
  const remove = (id: Id) => {
    if (run(removeTopic(live.board, live.by, { topic: id })).outcome !== "done") return;
    const bringBack = {
      label: say.bringBack,
      act: () => run(restore(live.board, live.by, { collection: "topics", id })),
    };
    tell({ tone: "news", text: say.removed, action: bringBack });
  };
  const takeKindly = (id: Id) => {
    const thing = { collection: "topics", id } as const;
    if (run(takeAway(live.board, live.by, thing)).outcome !== "done") return;
    const act = () => run(giveBack(live.board, live.by, thing));
    tell({ tone: "news", text: words.takenAway.done, action: { label: words.takenAway.undo, act } });
  };
  const more: MenuAction[] = [
    ...(isOwn ? [{ id: "reword", label: say.reword, act: () => setDraft(said.text) }] : []),
    ...(isOwn || leads ? [{ id: "remove", label: say.remove, act: () => remove(said.id) }] : []),
    ...(leads && !isOwn ? [{ id: "take-away", label: words.takenAway.act, act: () => takeKindly(said.id) }] : []),
  ];
  return (
    <div className="listen-said">
      <div className="listen-words">
        <p>{said.withdrawn ? say.withdrawn : said.text}</p>
        <p className="ui-side-quiet">{say.by(nameOf(said.author))}</p>
      </div>
      {children}
      {editable && more.length > 0 ? (
        <Menu label={say.more(said.text)} actions={more}>
          <Ellipsis size={16} aria-hidden />
        </Menu>
      ) : null}
    </div>
  );
}
