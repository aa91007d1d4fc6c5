/** Starts a map: what it is about, whose journey it is, and the template it begins with. */
import { TEMPLATES, type TemplateId } from "@sameside/model";
import {
  Building2,
  Ear,
  FilePlus,
  Layers,
  LifeBuoy,
  PartyPopper,
  Rocket,
  Route,
  Store,
  UsersRound,
} from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { LibraryFrame } from "./frame.ts";

interface Props {
  readonly onStart: LibraryFrame["start"];
  readonly onClose: () => void;
}

const ICONS: Record<TemplateId, typeof Store> = {
  blank: FilePlus,
  b2b: Building2,
  shop: Store,
  service: LifeBuoy,
  onboarding: Rocket,
  encounter: Ear,
  townhall: UsersRound,
  csm: Route,
  blueprint: Layers,
  event: PartyPopper,
};

export function TemplateDialog({ onStart, onClose }: Props) {
  const words = useWords();
  const say = words.library.template;
  const [template, setTemplate] = useState<TemplateId>("blank");
  const [title, setTitle] = useState("");
  const [customerType, setCustomerType] = useState("");
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void onStart({ template, title: title.trim() || words.files.untitled, customerType: customerType.trim() });
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" form={form}>
            {say.go}
          </Button>
        </>
      }
    >
      <form id={form} className="library-form" onSubmit={submit}>
        <TextField label={say.name} placeholder={say.namePlaceholder} value={title} onChange={setTitle} autoFocus />
        <TextField
          label={say.customerType}
          placeholder={say.customerTypePlaceholder}
          hint={words.board.customerTypeHint}
          value={customerType}
          onChange={setCustomerType}
        />
        <Choice
          label={say.choose}
          look="list"
          value={template}
          onChange={setTemplate}
          options={TEMPLATES.map(({ id, phases }) => {
            const Icon = ICONS[id];
            return {
              value: id,
              label: say.names[id],
              note: say.phases(phases.map((phase) => phase.title).join(" · ")),
              icon: <Icon size={20} aria-hidden />,
            };
          })}
        />
      </form>
    </Dialog>
  );
}
