/** The list of people as a table. Long lists are shown in part; the filter looks at all of them. */
import type { PersonView, PlanView } from "@sameside/model";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { nameIn } from "./planNames.ts";

interface Props {
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  readonly editable: boolean;
  readonly onEdit: (person: string) => void;
}

/** From this many on a list is easier to search than to read. */
const LEAST_FILTERED = 12;
/** Rows shown at first: a page with 2,000 takes long to draw. */
const MOST_SHOWN = 100;

export function PeopleTable({ plan, nameOf, editable, onEdit }: Props) {
  const say = useWords().people;
  const [wanted, setWanted] = useState("");
  const [isWhole, setWhole] = useState(false);
  const found = plan.people.filter(({ id }) =>
    nameOf(id).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const shown = isWhole ? found : found.slice(0, MOST_SHOWN);
  const columns = [say.table.name, say.table.role, say.table.department, say.table.customerType, say.table.table];
  return (
    <div className="people-list">
      {plan.people.length >= LEAST_FILTERED ? (
        <TextField label={say.filter} value={wanted} onChange={setWanted} />
      ) : null}
      {found.length === 0 ? <p role="status">{say.noneFound}</p> : null}
      {shown.length > 0 ? (
        <table className="people-table" aria-label={say.table.label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {editable ? (
                <th scope="col">
                  <span className="people-heard">{say.table.change}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <Line
                key={person.id}
                person={person}
                plan={plan}
                name={nameOf(person.id)}
                onEdit={editable ? onEdit : undefined}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {shown.length < found.length ? (
        <Button onPress={() => setWhole(true)}>{say.more(found.length - shown.length)}</Button>
      ) : null}
    </div>
  );
}

interface LineProps {
  readonly person: PersonView;
  readonly plan: PlanView;
  readonly name: string;
  readonly onEdit: ((person: string) => void) | undefined;
}

function Line({ person, plan, name, onEdit }: LineProps) {
  const words = useWords();
  const say = words.people.table;
  const { id, role, isAbsent } = person;
  const department = nameIn(plan.departments, person.department);
  const customerType = nameIn(plan.customerTypes, person.customerType);
  const table = isAbsent ? say.absent : nameIn(plan.groups, person.group);
  return (
    <tr data-person-id={id} data-absent={isAbsent ? "" : undefined}>
      <th scope="row">
        <bdi className="people-name">{name}</bdi>
        {/* A narrow page has no room for the columns; they are read below the name. */}
        <small className="people-facts" aria-hidden>
          {[words.journey.roles[role], department, customerType, table].filter((fact) => fact !== "").join(" · ")}
        </small>
      </th>
      <td>{words.journey.roles[role]}</td>
      <td>{department}</td>
      <td>{customerType}</td>
      <td>{table}</td>
      {onEdit ? (
        <td>
          <IconButton label={say.edit(name)} icon={<Pencil size={15} aria-hidden />} onPress={() => onEdit(id)} />
        </td>
      ) : null}
    </tr>
  );
}
