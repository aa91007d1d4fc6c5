/** Starts a map: what it is about, whose journey it is, and the template it begins with. */
import type { Template, TemplateId } from "@sameside/model";
import { useState } from "react";
import { useStore } from "../live/store.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { ownTemplates } from "./ownTemplates.ts";
import { type Picked, TemplateChoice } from "./TemplateChoice.tsx";
import "./template.css";

/** A map to be made. */
export interface NewMap {
  readonly template: TemplateId | Template;
  readonly title: string;
  readonly customerType: string;
}

interface Props {
  /** A new board with this map, or one more map on the board. */
  readonly way: "start" | "add";
  /** The one that is picked at first, and stands on top; a blank map when absent. */
  readonly first?: TemplateId | undefined;
  readonly onStart: (map: NewMap) => void;
  readonly onClose: () => void;
}

export function TemplateDialog({ way, first = "blank", onStart, onClose }: Props) {
  const words = useWords();
  const say = words.template;
  const own = useStore(ownTemplates);
  const [picked, setPicked] = useState<Picked>({ of: "ours", id: first });
  const [title, setTitle] = useState("");
  const [customerType, setCustomerType] = useState("");
  const submit = () => {
    const template = picked.of === "ours" ? picked.id : own.find(({ name }) => name === picked.name)?.template;
    if (!template) return;
    onClose();
    onStart({ template, title: title.trim() || words.files.untitled, customerType: customerType.trim() });
  };
  return (
    <FormDialog
      title={say[way].title}
      closeLabel={words.app.close}
      cancelLabel={words.app.cancel}
      go={say[way].go}
      onClose={onClose}
      onSubmit={submit}
      below={<TemplateChoice own={own} first={first} picked={picked} onPick={setPicked} />}
    >
      <TextField label={say.name} placeholder={say.namePlaceholder} value={title} onChange={setTitle} autoFocus />
      <TextField
        label={say.customerType}
        placeholder={say.customerTypePlaceholder}
        hint={words.board.customerTypeHint}
        value={customerType}
        onChange={setCustomerType}
      />
    </FormDialog>
  );
}
