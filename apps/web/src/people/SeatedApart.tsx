/** Who has joined and sits elsewhere, or has another role, than the plan says, and the two ways to make it one. */
import { describePeople, seatPeople } from "@sameside/model";
import { NO_TABLE } from "@sameside/protocol";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { nameIn } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";
import { useSeatsFollow } from "./seatsFollow.ts";

/** More people than so many are counted. */
const MOST_NAMED = 6;

export function SeatedApart(props: PeopleProps) {
  const { apart, move, giveRoles } = useSeatsFollow(props);
  return (
    <>
      {apart.tables.length > 0 ? <TablesApart {...props} apart={apart.tables} move={move} /> : null}
      {apart.roles.length > 0 ? <RolesApart {...props} apart={apart.roles} giveRoles={giveRoles} /> : null}
    </>
  );
}

type Follow = ReturnType<typeof useSeatsFollow>;
type TablesProps = PeopleProps & Pick<Follow, "move"> & { readonly apart: Follow["apart"]["tables"] };

function TablesApart({ live, plan, run, nameOf, apart, move }: TablesProps) {
  const say = useWords().people.seating.apart;
  const tableOf = (group: string | null) =>
    group === null ? say.everyTable : group === NO_TABLE ? say.noTable : nameIn(plan.groups, group) || group;
  const bound = apart.filter(({ seated }) => plan.groups.some(({ id }) => id === seated));
  const adopt = () => {
    const seats = bound.map(({ person, seated }) => ({ person, group: seated ?? "", isFixed: true }));
    run(seatPeople(live.plan.plan, live.by, { seats }));
  };
  return (
    <Apart
      title={say.title(apart.length)}
      lines={apart.map(({ person, planned, seated }) => ({
        person,
        line:
          seated === NO_TABLE
            ? say.withoutMap(nameOf(person), tableOf(planned))
            : say.line(nameOf(person), tableOf(seated), tableOf(planned)),
      }))}
    >
      <Button onPress={move}>{say.move(apart.length)}</Button>
      {bound.length > 0 ? <Button onPress={adopt}>{say.adopt(bound.length)}</Button> : null}
    </Apart>
  );
}

type RolesProps = PeopleProps & Pick<Follow, "giveRoles"> & { readonly apart: Follow["apart"]["roles"] };

function RolesApart({ live, run, nameOf, apart, giveRoles }: RolesProps) {
  const words = useWords();
  const say = words.people.seating.apart;
  const { roles } = words.journey;
  const adopt = () => {
    const people = apart.map(({ person, held }) => ({ person, role: held }));
    run(describePeople(live.plan.plan, live.by, { people }));
  };
  return (
    <Apart
      title={say.roles.title(apart.length)}
      lines={apart.map(({ person, planned, held }) => ({
        person,
        line: say.roles.line(nameOf(person), roles[held], roles[planned]),
      }))}
    >
      <Button onPress={adopt}>{say.adopt(apart.length)}</Button>
      <Button onPress={giveRoles}>{say.roles.give(apart.length)}</Button>
    </Apart>
  );
}

interface ApartProps {
  readonly title: string;
  readonly lines: readonly { readonly person: string; readonly line: string }[];
  /** The ways to make it one. */
  readonly children: ReactNode;
}

function Apart({ title, lines, children }: ApartProps) {
  const say = useWords().people.seating.apart;
  return (
    <section className="people-apart" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.slice(0, MOST_NAMED).map(({ person, line }) => (
          <li key={person}>{line}</li>
        ))}
        {lines.length > MOST_NAMED ? <li>{say.more(lines.length - MOST_NAMED)}</li> : null}
      </ul>
      <div className="people-acts">{children}</div>
    </section>
  );
}
