/** The departments that are wanted in the room: a list of names. */
import { addDepartment, type DepartmentView, removeDepartment, renameDepartment, restoreInPlan } from "@sameside/model";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button, IconButton } from "../ui/Button.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { PrepareProps } from "./slots.ts";

export function DepartmentsSection(page: PrepareProps) {
  const { live, plan, run, editable } = page;
  const say = useWords().prepare.departments;
  const [typed, setTyped] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const name = typed.trim();
    if (name !== "" && run(addDepartment(live.plan.plan, live.by, { name })).outcome === "done") setTyped("");
  };
  return (
    <div className="prepare-form">
      <p className="prepare-lead">{say.lead}</p>
      {plan.departments.length === 0 ? <p className="prepare-none">{say.none}</p> : null}
      <ul className="prepare-names">
        {plan.departments.map((department) => (
          <li key={department.id}>
            <Department {...page} department={department} />
          </li>
        ))}
      </ul>
      {editable ? (
        <form className="prepare-add" onSubmit={add}>
          <TextField label={say.addField} hideLabel placeholder={say.addField} value={typed} onChange={setTyped} />
          <Button type="submit" icon={<Plus size={16} aria-hidden />}>
            {say.add}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Department({
  live,
  run,
  editable,
  tell,
  department: { id, name },
}: PrepareProps & { readonly department: DepartmentView }) {
  const words = useWords().prepare;
  const say = words.departments;
  const { plan } = live.plan;
  const remove = () => {
    if (run(removeDepartment(plan, live.by, { department: id })).outcome !== "done") return;
    const back = () => run(restoreInPlan(plan, live.by, { collection: "departments", id }));
    tell({ tone: "news", text: say.removed(name), action: { label: words.bringBack, act: back } });
  };
  return (
    <>
      <CommitField
        label={say.name}
        hideLabel
        value={name}
        onCommit={(next) => run(renameDepartment(plan, live.by, { department: id, name: next })).outcome !== "refused"}
        isReadOnly={!editable}
        required
      />
      {editable ? <IconButton label={say.remove(name)} icon={<X size={15} aria-hidden />} onPress={remove} /> : null}
    </>
  );
}
