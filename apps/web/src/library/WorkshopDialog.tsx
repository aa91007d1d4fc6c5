/** Prepares a workshop in one screen: its name, the template, how many tables, and when it starts. */
import { MAX_TABLES, WORKSHOP_TEMPLATES, type WorkshopTemplateId } from "@sameside/model";
import { CalendarDays, CalendarRange, Ear, Handshake, Landmark, Route } from "lucide-react";
import { useState } from "react";
import { dayOf } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { ownTemplates } from "../template/ownTemplates.ts";
import { Choice } from "../ui/Choice.tsx";
import { CountField } from "../ui/CountField.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { LibraryFrame } from "./frame.ts";

interface Props {
  readonly onStart: LibraryFrame["startWorkshop"];
  readonly onClose: () => void;
}

const ICONS: Record<WorkshopTemplateId, typeof Ear> = {
  halfDay: CalendarDays,
  fullDay: CalendarRange,
  encounter: Ear,
  townHall: Landmark,
  scenario: Route,
  advisory: Handshake,
};
const DAY_MS = 86_400_000;
const IDS = Object.keys(WORKSHOP_TEMPLATES) as WorkshopTemplateId[];

export function WorkshopDialog({ onStart, onClose }: Props) {
  const words = useWords();
  const say = words.library.workshop;
  const [template, setTemplate] = useState<WorkshopTemplateId>("halfDay");
  const [title, setTitle] = useState("");
  // What nobody has touched follows the template.
  const [ownTables, setTables] = useState<number>();
  const [ownStart, setStart] = useState<string>();
  const tables = ownTables ?? WORKSHOP_TEMPLATES[template].tables;
  const startsAt = ownStart ?? `${dayOf(Date.now() + DAY_MS)}T${WORKSHOP_TEMPLATES[template].startsAt}`;
  const kept = useStore(ownTemplates);
  const [ownMaps, setMaps] = useState("");
  const submit = () => {
    onClose();
    const own = kept.find(({ name }) => name === ownMaps);
    const maps = own && { title: own.name, template: own.template };
    void onStart({ template, title: title.trim() || say.unnamed, startsAt, tables, ...(maps && { maps }) });
  };
  return (
    <FormDialog
      title={say.title}
      closeLabel={words.app.close}
      cancelLabel={words.app.cancel}
      go={say.go}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{say.lead}</p>
      <TextField label={say.name} placeholder={say.namePlaceholder} value={title} onChange={setTitle} autoFocus />
      <div className="library-workshop">
        <CountField
          label={say.tables}
          hint={say.tablesHint}
          value={tables}
          range={{ min: 1, max: MAX_TABLES }}
          onChange={setTables}
        />
        <TextField
          label={say.starts}
          hint={say.startsHint}
          type="datetime-local"
          value={startsAt}
          onChange={setStart}
        />
      </div>
      <Choice
        label={say.choose}
        look="list"
        value={template}
        onChange={setTemplate}
        options={IDS.map((id) => {
          const Icon = ICONS[id];
          const minutes = WORKSHOP_TEMPLATES[id].steps.reduce((sum, step) => sum + step.minutes, 0);
          return {
            value: id,
            label: say.names[id],
            note: say.about(words.prepare.agenda.length(minutes), say.notes[id]),
            icon: <Icon size={20} aria-hidden />,
          };
        })}
      />
      {kept.length > 0 ? (
        <SelectField
          label={say.maps}
          value={ownMaps}
          options={[
            { value: "", label: say.usualMaps },
            ...kept.map(({ name }) => ({ value: name, label: words.prepare.tables.ownTemplate(name) })),
          ]}
          onChange={setMaps}
        />
      ) : null}
    </FormDialog>
  );
}
