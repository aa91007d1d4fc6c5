/** Preparation notes: what is known before the day of a person or a customer type. */
import {
  addPreparationNote,
  describePreparationNote,
  GRADES,
  type Grade,
  type NoteAbout,
  type PreparationNoteView,
  removePreparationNote,
} from "@sameside/model";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useStore } from "../../live/store.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import type { PlanDesk } from "../desk.ts";
import { namedPeople } from "../tasks/taskPeople.ts";
import { aboutOf, aboutOptions, keyOf } from "./noteAbout.ts";
import "./notes.css";

export function NotesSection(desk: PlanDesk) {
  const say = useWords().before.notes;
  const { plan, editable } = desk;
  return (
    <div className="before-section">
      <p className="before-section-lead">{say.lead}</p>
      {plan.preparationNotes.length === 0 ? (
        <p className="ui-hint">{say.empty}</p>
      ) : (
        <ul className="before-notes">
          {plan.preparationNotes.map((note) => (
            <NoteLine key={note.id} note={note} desk={desk} />
          ))}
        </ul>
      )}
      {editable ? <NewNote desk={desk} /> : null}
    </div>
  );
}

function NoteLine({ note, desk }: { readonly note: PreparationNoteView; readonly desk: PlanDesk }) {
  const say = useWords().before.notes;
  const { live, run, editable } = desk;
  const options = useAboutOptions(desk);
  const about = keyOf(note.about);
  const describe = (fields: { text?: string; source?: string; grade?: Grade; about?: NoteAbout }) =>
    run(describePreparationNote(live.plan.plan, live.by, { note: note.id, ...fields })).outcome !== "refused";
  return (
    <li data-grade={note.grade}>
      <CommitField
        label={say.text}
        hideLabel
        value={note.text}
        required
        rows={1}
        serif
        isReadOnly={!editable}
        onCommit={(text) => describe({ text })}
      />
      <div className="before-note-facts">
        <SelectField
          label={say.about}
          hideLabel
          value={about}
          options={
            options.some(({ value }) => value === about) ? options : [...options, { value: about, label: say.gone }]
          }
          isDisabled={!editable}
          onChange={(key) => describe({ about: aboutOf(key) })}
        />
        <SelectField
          label={say.grade}
          hideLabel
          value={note.grade}
          options={GRADES.map((grade) => ({ value: grade, label: say.grades[grade] }))}
          isDisabled={!editable}
          onChange={(grade) => describe({ grade })}
        />
        <CommitField
          label={say.source}
          placeholder={say.source}
          hideLabel
          value={note.source}
          isReadOnly={!editable}
          onCommit={(source) => describe({ source })}
        />
        {editable ? (
          <IconButton
            label={say.remove(note.text)}
            icon={<Trash2 size={16} aria-hidden />}
            onPress={() => run(removePreparationNote(live.plan.plan, live.by, { note: note.id }))}
          />
        ) : null}
      </div>
    </li>
  );
}

function NewNote({ desk }: { readonly desk: PlanDesk }) {
  const say = useWords().before.notes;
  const { live, run } = desk;
  const options = useAboutOptions(desk);
  const [text, setText] = useState("");
  const [about, setAbout] = useState("");
  const [source, setSource] = useState("");
  const [grade, setGrade] = useState<Grade>("heard");
  const [asked, setAsked] = useState(false);
  if (options.length === 0) return <p className="ui-hint">{say.addAbout}</p>;
  const add = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (text.trim() === "" || about === "") return;
    const fields = { text: text.trim(), about: aboutOf(about), source: source.trim(), grade };
    if (run(addPreparationNote(live.plan.plan, live.by, fields)).outcome !== "done") return;
    setText("");
    setAsked(false);
  };
  return (
    <form className="before-new-note" onSubmit={add}>
      <TextField
        label={say.text}
        hint={say.openHint}
        value={text}
        onChange={setText}
        rows={2}
        serif
        error={asked && text.trim() === "" ? say.needText : undefined}
      />
      <div className="before-pair">
        <div>
          <SelectField
            label={say.about}
            value={about}
            options={[{ value: "", label: say.nobody }, ...options]}
            onChange={setAbout}
          />
          {asked && about === "" ? (
            <p className="ui-error" role="alert">
              {say.needAbout}
            </p>
          ) : null}
        </div>
        <TextField label={say.source} hint={say.sourceHint} value={source} onChange={setSource} />
      </div>
      <Choice
        label={say.grade}
        value={grade}
        options={GRADES.map((value) => ({ value, label: say.grades[value] }))}
        onChange={setGrade}
      />
      <div>
        <Button type="submit" look="primary">
          {say.add}
        </Button>
      </div>
    </form>
  );
}

function useAboutOptions({ live, plan }: PlanDesk) {
  const names = useStore(live.rows("name"));
  return aboutOptions(plan.customerTypes, namedPeople(names));
}
