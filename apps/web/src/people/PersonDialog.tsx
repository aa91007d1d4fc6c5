/** One person of the list: added, or changed. */
import {
  describePerson,
  MAX_NAME_LENGTH,
  PERSON_ROLES,
  type PersonRole,
  type PersonView,
  removePeople,
} from "@sameside/model";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { PeopleProps } from "./props.ts";
import { addOne, writeNames } from "./writePeople.ts";

interface Props extends PeopleProps {
  /** `undefined` for somebody new. */
  readonly person: PersonView | undefined;
  readonly onClose: () => void;
}

export function PersonDialog({ live, plan, run, nameOf, tell, person, onClose }: Props) {
  const words = useWords();
  const say = words.people.dialog;
  const before = person ? nameOf(person.id) : "";
  const [name, setName] = useState(before);
  const [isNameless, setNameless] = useState(false);
  const [role, setRole] = useState<PersonRole>(person?.role ?? "customer");
  const [department, setDepartment] = useState(person?.department ?? "");
  const [customerType, setCustomerType] = useState(person?.customerType ?? "");
  const [isAbsent, setAbsent] = useState(person?.isAbsent ?? false);

  const save = () => {
    const given = name.trim();
    if (given === "") return setNameless(true);
    const facts = { role, department, customerType };
    if (person) run(describePerson(live.plan.plan, live.by, { person: person.id, ...facts, isAbsent }));
    const id = person?.id ?? addOne({ live, run }, facts);
    if (id !== undefined && given !== before)
      writeNames({ live }, [{ person: id, name: given }]).catch((error: unknown) => {
        console.warn("A name was not kept", error);
        tell({ tone: "problem", text: words.people.told.nameLost });
      });
    onClose();
  };
  const remove = (id: string) => {
    run(removePeople(live.plan.plan, live.by, { people: [id] }));
    onClose();
  };
  return (
    <Dialog
      title={person ? say.change(before) : say.add}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          {person ? (
            <Button look="danger" onPress={() => remove(person.id)}>
              {say.remove}
            </Button>
          ) : (
            <Button onPress={onClose}>{say.cancel}</Button>
          )}
          <Button look="primary" onPress={save}>
            {person ? say.save : say.go}
          </Button>
        </>
      }
    >
      <TextField
        label={say.name}
        value={name}
        onChange={setName}
        hint={say.nameHint}
        error={isNameless && name.trim() === "" ? say.noName : undefined}
        maxLength={MAX_NAME_LENGTH}
        onKeyDown={({ key }) => {
          if (key === "Enter") save();
        }}
        autoFocus
      />
      <Choice
        label={say.role}
        value={role}
        onChange={setRole}
        options={PERSON_ROLES.toReversed().map((value) => ({ value, label: words.journey.roles[value] }))}
      />
      <FromList
        label={say.department}
        none={say.none}
        list={plan.departments}
        value={department}
        onChange={setDepartment}
      />
      {role === "customer" ? (
        <FromList
          label={say.customerType}
          none={say.none}
          list={plan.customerTypes}
          value={customerType}
          onChange={setCustomerType}
        />
      ) : null}
      {person ? (
        <Choice
          label={say.coming}
          hideLabel
          value={isAbsent ? "absent" : "coming"}
          onChange={(value) => setAbsent(value === "absent")}
          options={[
            { value: "coming", label: say.coming },
            { value: "absent", label: say.absent },
          ]}
        />
      ) : null}
      {isAbsent ? <p className="ui-hint">{say.absentNote}</p> : null}
    </Dialog>
  );
}

interface FromListProps {
  readonly label: string;
  readonly none: string;
  readonly list: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of the plan's own, or none; nothing where the plan has none. */
function FromList({ label, none, list, value, onChange }: FromListProps) {
  if (list.length === 0) return null;
  const options = [{ value: "", label: none }, ...list.map(({ id, name }) => ({ value: id, label: name }))];
  return <Choice label={label} value={value} onChange={onChange} options={options} />;
}
