/** The views that this person keeps of a board: shown again, given on as a link, forgotten. */
import { Link2, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button, IconButton } from "../ui/Button.tsx";
import { copyText } from "../ui/copyText.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import {
  keepViews,
  MAX_SAVED_VIEWS,
  MAX_VIEW_NAME,
  type SavedView,
  type SavedViews,
  savedViews,
} from "./savedViews.ts";

interface Props {
  readonly room: string;
  readonly now: () => SavedView;
  readonly linkOf: (view: SavedView) => string;
  readonly onShow: (view: SavedView, told: string) => void;
  readonly onClose: () => void;
}

export function SavedViewsDialog({ room, now, linkOf, onShow, onClose }: Props) {
  const words = useWords();
  const say = words.views.saved;
  const [views, setViews] = useState(() => savedViews(room));
  const [name, setName] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const keep = (next: SavedViews) => {
    keepViews(room, next);
    setViews(next);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim().slice(0, MAX_VIEW_NAME);
    if (called === "") return;
    const others = views.filter((each) => each.name !== called);
    if (others.length >= MAX_SAVED_VIEWS) {
      setSaid(say.full(MAX_SAVED_VIEWS));
      return;
    }
    keep([...others, { name: called, view: now() }]);
    setName("");
    setSaid(say.kept(called));
  };
  const copy = (view: SavedView) => {
    const text = linkOf(view);
    const isCopied = copyText(text);
    setLink(isCopied ? null : text);
    setSaid(isCopied ? say.copied : say.notCopied);
  };
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose}>
      <p>{say.lead}</p>
      <form className="views-keep" onSubmit={add}>
        <TextField label={say.name} placeholder={say.placeholder} value={name} onChange={setName} autoFocus />
        <Button look="primary" type="submit">
          {say.keep}
        </Button>
      </form>
      <p role="status">{said}</p>
      {link === null ? null : <TextField label={say.copyWord} value={link} onChange={() => {}} />}
      {views.length === 0 ? <p>{say.none}</p> : null}
      <ul className="views-saved">
        {views.map(({ name: called, view }) => (
          <li key={called}>
            <button
              type="button"
              className="views-saved-name"
              aria-label={say.show(called)}
              onClick={() => {
                onClose();
                onShow(view, say.shown(called));
              }}
            >
              <span>{called}</span>
              <span className="views-saved-note">{words.board.views.names[view.as]}</span>
            </button>
            <IconButton label={say.copy(called)} icon={<Link2 size={16} aria-hidden />} onPress={() => copy(view)} />
            <IconButton
              label={say.forget(called)}
              icon={<Trash2 size={16} aria-hidden />}
              onPress={() => keep(views.filter((each) => each.name !== called))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
