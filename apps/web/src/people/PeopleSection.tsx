/** Who comes: the list, and the ways to fill it. */
import { ClipboardPaste, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { countByRole } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";

type Open = { readonly kind: "paste" } | { readonly kind: "person"; readonly id?: string };

export function PeopleSection(props: PeopleProps) {
  const { plan, editable, nameOf } = props;
  const say = useWords().people;
  const [open, setOpen] = useState<Open | null>(null);
  const coming = plan.people.filter(({ isAbsent }) => !isAbsent);
  const absent = plan.people.length - coming.length;
  const edited = open?.kind === "person" ? plan.people.find(({ id }) => id === open.id) : undefined;
  const close = () => setOpen(null);
  return (
    <div className="people">
      <p className="people-lead">{say.lead}</p>
      {plan.people.length === 0 ? (
        <p className="people-empty">{say.none}</p>
      ) : (
        <p>
          <strong>{say.people(coming.length)}</strong>
          {coming.length > 0 ? ` · ${say.byRole(countByRole(coming))}` : null}
          {absent > 0 ? ` · ${say.absent(absent)}` : null}
        </p>
      )}
      {editable ? (
        <div className="people-acts">
          <Button
            look={plan.people.length === 0 ? "primary" : "plain"}
            icon={<ClipboardPaste size={16} aria-hidden />}
            onPress={() => setOpen({ kind: "paste" })}
          >
            {say.paste}
          </Button>
          <Button icon={<UserPlus size={16} aria-hidden />} onPress={() => setOpen({ kind: "person" })}>
            {say.add}
          </Button>
        </div>
      ) : null}
      {plan.people.length > 0 ? (
        <PeopleTable plan={plan} nameOf={nameOf} editable={editable} onEdit={(id) => setOpen({ kind: "person", id })} />
      ) : null}
      {open?.kind === "paste" ? <PasteDialog {...props} onClose={close} /> : null}
      {open?.kind === "person" && (edited || open.id === undefined) ? (
        <PersonDialog {...props} person={edited} onClose={close} />
      ) : null}
    </div>
  );
}
