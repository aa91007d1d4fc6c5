/** Starts a map: what it is about, whose journey it is, and the template it begins with. */
import type { Template, TemplateId } from "@sameside/model";
import { type FormEvent, useId, useState } from "react";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
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
  readonly onStart: (map: NewMap) => void;
  readonly onClose: () => void;
}

export function TemplateDialog({ way, onStart, onClose }: Props) {
  const words = useWords();
  const say = words.template;
  const own = useStore(ownTemplates);
  const [picked, setPicked] = useState<Picked>({ of: "ours", id: "blank" });
  const [title, setTitle] = useState("");
  const [customerType, setCustomerType] = useState("");
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const template = picked.of === "ours" ? picked.id : own.find(({ name }) => name === picked.name)?.template;
    if (!template) return;
    onClose();
    onStart({ template, title: title.trim() || words.files.untitled, customerType: customerType.trim() });
  };
  return (
    <Dialog
      title={say[way].title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" form={form}>
            {say[way].go}
          </Button>
        </>
      }
    >
      <form id={form} className="template-form" onSubmit={submit}>
        <TextField label={say.name} placeholder={say.namePlaceholder} value={title} onChange={setTitle} autoFocus />
        <TextField
          label={say.customerType}
          placeholder={say.customerTypePlaceholder}
          hint={words.board.customerTypeHint}
          value={customerType}
          onChange={setCustomerType}
        />
      </form>
      <TemplateChoice own={own} picked={picked} onPick={setPicked} />
    </Dialog>
  );
}
