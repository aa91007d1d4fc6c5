/** One quote: who said it and when, whether they agreed to the words, and the ways onto the map. */
import {
  confirmQuote,
  giveBack,
  type Id,
  landQuote,
  type QuoteView,
  removeQuote,
  restore,
  rewordQuote,
  takeAway,
} from "@sameside/model";
import { Ellipsis, MapPin } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { dragOntoMap } from "../ui/dragOntoMap.ts";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { SideGrip } from "../ui/SideGrip.tsx";
import { useWords } from "../words/words.ts";
import type { QuotesProps } from "./QuotesPanel.tsx";
import { RewordField } from "./RewordField.tsx";

interface Props extends QuotesProps {
  readonly quote: QuoteView;
  readonly onSay: (text: string) => void;
}

export function QuoteItem({ live, run, editable, nameOf, table, places, selected, tell, quote, onSay }: Props) {
  const words = useWords();
  const say = words.listen.quotes;
  const { id, text, author, made, writtenBy, isConfirmed, landed, withdrawn } = quote;
  const [draft, setDraft] = useState<string | null>(null);
  const { person, role } = live.by;
  const titleOf = (place: Id) => places.find((it) => it.id === place)?.title || say.noTitle;
  const land = (subject: Id) => {
    if (run(landQuote(live.board, live.by, { quote: id, subject })).outcome === "done")
      onSay(say.isLanded(titleOf(subject)));
  };
  const save = () => {
    const next = (draft ?? "").trim();
    const isKept = next === "" || next === text;
    if (isKept || run(rewordQuote(live.board, live.by, { quote: id, text: next })).outcome !== "refused")
      setDraft(null);
  };
  const remove = () => {
    if (run(removeQuote(live.board, live.by, { quote: id })).outcome !== "done") return;
    const act = () => run(restore(live.board, live.by, { collection: "quotes", id }));
    tell({ tone: "news", text: say.removed, action: { label: say.bringBack, act } });
  };
  const takeKindly = () => {
    const thing = { collection: "quotes", id } as const;
    if (run(takeAway(live.board, live.by, thing)).outcome !== "done") return;
    const act = () => run(giveBack(live.board, live.by, thing));
    tell({ tone: "news", text: words.takenAway.done, action: { label: words.takenAway.undo, act } });
  };
  const agree = () => {
    if (run(confirmQuote(live.board, live.by, { quote: id })).outcome === "done") onSay(say.agreed);
  };
  const mayReword = author === person ? true : writtenBy === person && !isConfirmed;
  const leads = role === "moderator" || role === "facilitator";
  const more: MenuAction[] = [
    ...(mayReword && !withdrawn ? [{ id: "reword", label: say.reword, act: () => setDraft(text) }] : []),
    ...(mayReword || leads ? [{ id: "remove", label: say.remove, act: remove }] : []),
    ...(leads && author !== person ? [{ id: "take-away", label: words.takenAway.act, act: takeKindly }] : []),
  ];
  const onto: MenuAction[] = [
    ...(selected ? [{ id: "here", label: say.here(selected.title), act: () => land(selected.id) }] : []),
    ...places.map((place, at) => ({
      id: place.id,
      label: place.title || say.noTitle,
      chosen: landed?.subject === place.id,
      parted: at === 0,
      act: () => land(place.id),
    })),
  ];
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    made,
  );
  const mayLand = editable && !withdrawn;
  return (
    <li
      className="listen-quote"
      data-quote-id={id}
      draggable={mayLand && draft === null}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", text);
        event.dataTransfer.effectAllowed = "copy";
        dragOntoMap(event.currentTarget, land);
      }}
    >
      {draft === null ? (
        <p className="listen-quoted">{withdrawn ? words.listen.topics.withdrawn : words.inspector.saidFeeling(text)}</p>
      ) : (
        <RewordField label={say.words} saveLabel={say.save} draft={draft} onDraft={setDraft} onSave={save} />
      )}
      <p className="ui-side-quiet">{say.said(nameOf(author), time, table)}</p>
      {isConfirmed || author === person ? null : <p className="ui-side-quiet">{say.writtenFor(nameOf(author))}</p>}
      {!isConfirmed && author === person ? (
        <div className="listen-agree">
          <p>{say.yours}</p>
          <Button onPress={agree}>{say.agree}</Button>
        </div>
      ) : null}
      <div className="listen-quote-ways">
        {landed ? <span className="ui-chip listen-landed">{say.landed(titleOf(landed.subject))}</span> : null}
        <span className="listen-spring" />
        {mayLand && draft === null ? <SideGrip onLand={land} /> : null}
        {mayLand ? (
          <Menu label={say.landName(text)} actions={onto}>
            <MapPin size={16} aria-hidden />
          </Menu>
        ) : null}
        {editable && more.length > 0 ? (
          <Menu label={say.more(text)} actions={more}>
            <Ellipsis size={16} aria-hidden />
          </Menu>
        ) : null}
      </div>
    </li>
  );
}
