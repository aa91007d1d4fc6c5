/** Renames and removes a template of one's own, below the list where it was picked. */
import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import {
  keepTemplate,
  MAX_TEMPLATE_NAME,
  type OwnTemplate,
  ownTemplates,
  removeOwn,
  renameOwn,
} from "./ownTemplates.ts";
import type { Picked } from "./TemplateChoice.tsx";

interface Props {
  /** The one that is picked; `null` where it is none of one's own. */
  readonly name: string | null;
  readonly onPick: (picked: Picked) => void;
}

export function OwnTemplateActs({ name, onPick }: Props) {
  const say = useWords().template.own;
  const [renamed, setRenamed] = useState<string | null>(null);
  const [removed, setRemoved] = useState<OwnTemplate | null>(null);
  const remove = () => {
    setRemoved(ownTemplates.get().find((each) => each.name === name) ?? null);
    if (name !== null) removeOwn(name);
    onPick({ of: "ours", id: "blank" });
  };
  const bringBack = ({ name, template }: OwnTemplate) => {
    if (!keepTemplate(name, template)) return;
    setRemoved(null);
    onPick({ of: "own", name });
  };
  if (name !== null && renamed === name) {
    return (
      <RenameForm
        name={name}
        onDone={(to) => {
          setRenamed(null);
          onPick({ of: "own", name: to });
        }}
      />
    );
  }
  return (
    <div className="template-acts" role="status">
      {name !== null ? (
        <>
          <Button
            look="quiet"
            icon={<Pencil size={15} aria-hidden />}
            aria-label={say.renameIt(name)}
            onPress={() => setRenamed(name)}
          >
            {say.rename}
          </Button>
          <Button look="quiet" icon={<Trash2 size={15} aria-hidden />} aria-label={say.removeIt(name)} onPress={remove}>
            {say.remove}
          </Button>
        </>
      ) : removed ? (
        <>
          <span>{say.removed(removed.name)}</span>
          <Button look="quiet" onPress={() => bringBack(removed)}>
            {say.bringBack}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function RenameForm({ name, onDone }: { readonly name: string; readonly onDone: (name: string) => void }) {
  const say = useWords().template.own;
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = text.trim();
    if (to === "") setProblem(say.empty);
    else if (renameOwn(name, to)) onDone(to);
    else setProblem(say.taken);
  };
  return (
    <form className="template-rename" onSubmit={submit}>
      <TextField
        label={say.newName}
        value={text}
        onChange={setText}
        error={problem}
        maxLength={MAX_TEMPLATE_NAME}
        autoFocus
      />
      <Button type="submit">{say.save}</Button>
    </form>
  );
}
