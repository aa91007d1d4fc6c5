/** The seating plan on paper, beside the page: seen by the printer and by nobody else. */
import type { PlanView } from "@sameside/model";
import { createPortal } from "react-dom";
import { useWords } from "../words/words.ts";
import { nameIn, peopleAt } from "./planNames.ts";

interface Props {
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
}

export function PrintedPlan({ plan, nameOf }: Props) {
  const words = useWords();
  return createPortal(
    <div className="people-print people-plan">
      <style>{"@page { margin: 14mm; }"}</style>
      <h1>{words.people.print.planTitle}</h1>
      <div className="people-plan-tables">
        {plan.groups.map((group) => (
          <section key={group.id} className="people-plan-table">
            <h2>{group.name}</h2>
            <TypeName plan={plan} customerType={group.customerType} />
            <ul>
              {peopleAt(plan, group.id).map(({ id, role }) => (
                <li key={id}>
                  <bdi>{nameOf(id)}</bdi>
                  {role === "moderator" ? ` · ${words.journey.roles.moderator}` : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>,
    document.body,
  );
}

/** What a type is called stands on nothing that customers read, unless who runs the workshop says so (S0-3). */
function TypeName({ plan, customerType }: { readonly plan: PlanView; readonly customerType: string | undefined }) {
  const shown = plan.customerTypes.filter(({ isShown }) => isShown);
  const name = nameIn(shown, customerType);
  return name === "" ? null : <p>{name}</p>;
}
