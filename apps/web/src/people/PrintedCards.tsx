/** A card for each person, eight on a sheet of A4 or Letter, to cut out: seen by the printer and by nobody else. */
import type { PersonView, PlanView } from "@sameside/model";
import { createPortal } from "react-dom";
import { useWords } from "../words/words.ts";
import { nameIn, peopleAt } from "./planNames.ts";
import type { PersonalCodes } from "./usePersonalCodes.ts";

interface Props {
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  readonly codes: PersonalCodes;
}

const CARDS_ON_SHEET = 8;

export function PrintedCards({ plan, nameOf, codes }: Props) {
  const words = useWords();
  const { roles } = words.journey;
  const codeOf = (person: string) => (codes.is === "there" ? codes.codeByPerson.get(person) : undefined);
  const sheets = sheetsOf(inOrder(plan));
  return createPortal(
    <div className="people-print people-cards">
      <style>{"@page { margin: 10mm; }"}</style>
      {sheets.map((people) => (
        <div key={people[0]?.id} className="people-card-sheet">
          {people.map(({ id, role, group }) => (
            <div key={id} className="people-card">
              <p className="people-card-table">{nameIn(plan.groups, group)}</p>
              <p className="people-card-name">
                <bdi>{nameOf(id)}</bdi>
              </p>
              <p className="people-card-foot">
                <span>{role === "customer" || role === "colleague" ? "" : roles[role]}</span>
                <Code code={codeOf(id)} />
              </p>
            </div>
          ))}
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** A code and no address: the laptop's address changes. */
function Code({ code }: { readonly code: string | undefined }) {
  const say = useWords().people.print;
  return code === undefined ? null : (
    <span>
      {say.yourCode} <strong className="people-card-code">{code}</strong>
    </span>
  );
}

/** Table by table, as the cards are laid out; then those who sit at none. */
function inOrder(plan: PlanView): readonly PersonView[] {
  const facilitators = plan.people.filter(({ role, isAbsent }) => role === "facilitator" && !isAbsent);
  return [...plan.groups.map(({ id }) => id), undefined].flatMap((group) => peopleAt(plan, group)).concat(facilitators);
}

function sheetsOf(people: readonly PersonView[]): readonly (readonly PersonView[])[] {
  const sheets = Math.ceil(people.length / CARDS_ON_SHEET);
  return Array.from({ length: sheets }, (_, at) => people.slice(at * CARDS_ON_SHEET, (at + 1) * CARDS_ON_SHEET));
}
