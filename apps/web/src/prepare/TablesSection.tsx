/** The tables: who sits there, how many, who moderates; and the way to each one's map. */
import {
  addGroup,
  describeGroup,
  type GroupFields,
  type GroupView,
  removeGroup,
  restoreInPlan,
  SEATS,
} from "@sameside/model";
import { Map as MapIcon, Plus, Trash2 } from "lucide-react";
import { useNames } from "../live/people.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { CountField } from "../ui/CountField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { useWords } from "../words/words.ts";
import { MapsBeginWith } from "./MapsBeginWith.tsx";
import type { PrepareProps } from "./slots.ts";

export function TablesSection(page: PrepareProps) {
  const { live, plan, run, editable, frame, tell } = page;
  const say = useWords().prepare.tables;
  const add = () => {
    const name = say.newTable(plan.groups.length + 1);
    // The map that was there before there were tables is the first table's.
    const first = plan.groups.length === 0 ? { group: frame.firstBoard } : {};
    const added = run(addGroup(live.plan.plan, live.by, { name, ...first }));
    if (added.outcome !== "done" || added.value === frame.firstBoard) return;
    frame
      .makeBoard(added.value, name)
      .catch((error: Error) => tell({ tone: "problem", text: say.problem(error.message) }));
  };
  return (
    <div className="prepare-form">
      <p className="prepare-lead">{say.lead}</p>
      {plan.groups.length === 0 ? (
        <p className="prepare-none">{say.none}</p>
      ) : (
        <ul className="prepare-list">
          {plan.groups.map((group) => (
            <li key={group.id} className="prepare-item">
              <TableFields {...page} group={group} />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <div className="prepare-new-table">
          <MapsBeginWith {...page} />
          <Button icon={<Plus size={16} aria-hidden />} onPress={add}>
            {say.add}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function TableFields(page: PrepareProps & { readonly group: GroupView }) {
  const { live, plan, run, editable, frame, tell, group } = page;
  const words = useWords().prepare;
  const say = words.tables;
  const name = group.name || say.untitled;
  const write = (fields: GroupFields) =>
    run(describeGroup(live.plan.plan, live.by, { group: group.id, ...fields })).outcome !== "refused";
  const remove = () => {
    if (run(removeGroup(live.plan.plan, live.by, { group: group.id })).outcome !== "done") return;
    const back = () => run(restoreInPlan(live.plan.plan, live.by, { collection: "groups", id: group.id }));
    tell({ tone: "news", text: say.removed(name), action: { label: words.bringBack, act: back } });
  };
  return (
    <>
      <div className="prepare-table">
        <CommitField
          label={say.name}
          value={group.name}
          onCommit={(text) => write({ name: text })}
          isReadOnly={!editable}
          required
        />
        <SelectField
          label={say.type}
          value={group.customerType ?? ""}
          options={[
            { value: "", label: say.mixed },
            ...plan.customerTypes.map((type) => ({ value: type.id, label: type.name })),
          ]}
          onChange={(customerType) => write({ customerType })}
          isDisabled={!editable}
        />
        <CountField
          label={say.seats}
          value={group.seats}
          range={SEATS}
          isReadOnly={!editable}
          onChange={(seats) => write({ seats })}
        />
        <ModeratorField {...page} onChoose={(moderator) => write({ moderator })} />
      </div>
      <div className="prepare-item-foot">
        <Button icon={<MapIcon size={16} aria-hidden />} onPress={() => frame.openBoard(group.id)}>
          {say.open(name)}
        </Button>
        {editable ? (
          <IconButton label={say.remove(name)} icon={<Trash2 size={16} aria-hidden />} onPress={remove} />
        ) : null}
      </div>
    </>
  );
}

/** Once there are people: one of them, by the name for today. */
function ModeratorField({
  live,
  group,
  nameOf,
  editable,
  onChoose,
}: PrepareProps & { readonly group: GroupView; readonly onChoose: (person: string) => void }) {
  const say = useWords().prepare.tables;
  const names = useNames({ names: live.rows("name") });
  const known = new Set([...names.keys(), ...(group.moderator === undefined ? [] : [group.moderator])]);
  if (known.size === 0) return null;
  return (
    <SelectField
      label={say.moderator}
      value={group.moderator ?? ""}
      options={[{ value: "", label: say.nobody }, ...[...known].map((value) => ({ value, label: nameOf(value) }))]}
      onChange={onChoose}
      isDisabled={!editable}
    />
  );
}
