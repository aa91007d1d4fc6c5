/** The types of customers: their names are typed as if they stood on the wall. */
import {
  addCustomerType,
  type CustomerTypeView,
  describeCustomerType,
  removeCustomerType,
  restoreInPlan,
} from "@sameside/model";
import { Plus, Trash2 } from "lucide-react";
import { Button, IconButton } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { useWords } from "../words/words.ts";
import type { PrepareProps } from "./slots.ts";

const SHOWN = "shown";

export function TypesSection(page: PrepareProps) {
  const { live, plan, run, editable } = page;
  const say = useWords().prepare.types;
  return (
    <div className="prepare-form">
      <p className="prepare-lead">{say.lead}</p>
      {plan.customerTypes.length === 0 ? (
        <p className="prepare-none">{say.none}</p>
      ) : (
        <ul className="prepare-list">
          {plan.customerTypes.map((type) => (
            <li key={type.id} className="prepare-item">
              <TypeFields {...page} type={type} />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <div className="prepare-add">
          <Button
            icon={<Plus size={16} aria-hidden />}
            onPress={() => run(addCustomerType(live.plan.plan, live.by, { name: say.newType }))}
          >
            {say.add}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function TypeFields({ live, run, editable, tell, type }: PrepareProps & { readonly type: CustomerTypeView }) {
  const words = useWords().prepare;
  const say = words.types;
  const { plan } = live.plan;
  const write = (fields: { readonly name?: string; readonly who?: string; readonly isShown?: boolean }) =>
    run(describeCustomerType(plan, live.by, { customerType: type.id, ...fields })).outcome !== "refused";
  const remove = () => {
    if (run(removeCustomerType(plan, live.by, { customerType: type.id })).outcome !== "done") return;
    const back = () => run(restoreInPlan(plan, live.by, { collection: "customerTypes", id: type.id }));
    tell({ tone: "news", text: say.removed(type.name), action: { label: words.bringBack, act: back } });
  };
  return (
    <>
      <div className="prepare-pair">
        <CommitField
          label={say.name}
          hint={say.nameHint}
          value={type.name}
          onCommit={(name) => write({ name })}
          isReadOnly={!editable}
          required
        />
        <CommitField label={say.who} value={type.who} onCommit={(who) => write({ who })} isReadOnly={!editable} />
      </div>
      <div className="prepare-item-foot">
        <CheckList
          label={type.name}
          items={[{ key: SHOWN, label: say.show, note: say.showNote }]}
          ticked={new Set(type.isShown ? [SHOWN] : [])}
          onChange={(ticked) => editable && write({ isShown: ticked.has(SHOWN) })}
        />
        {editable ? (
          <IconButton label={say.remove(type.name)} icon={<Trash2 size={16} aria-hidden />} onPress={remove} />
        ) : null}
      </div>
    </>
  );
}
