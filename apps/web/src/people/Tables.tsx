/** The tables with their people. People are moved by the mouse, a finger, the keyboard (Enter on the handle) or a menu. */
import { type GroupView, type PersonView, type PlanView, pairBuddies, seatPeople } from "@sameside/model";
import { Ellipsis, GripVertical, Lock } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, GridList, GridListItem, isTextDropItem, useDragAndDrop } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { fingerDrag } from "../ui/fingerDrag.ts";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { nameIn, peopleAt } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";

/** Tables shown at first: those of a town hall take long to draw. */
const MOST_TABLES = 24;
/** What a person is while dragged: nothing another page could take for something of its own. */
const PERSON_TYPE = "sameside-person";

/** What may be done with a person at a table. */
interface Acts {
  readonly seat: (person: string, group: string) => void;
  readonly fix: (person: PersonView, isFixed: boolean) => void;
  readonly part: (person: PersonView) => void;
}

interface TableProps extends Pick<PeopleProps, "plan" | "nameOf" | "editable"> {
  readonly acts: Acts;
}

export function Tables({ live, plan, run, editable, nameOf, tell }: PeopleProps) {
  const { told, seating: say } = useWords().people;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? plan.groups : plan.groups.slice(0, MOST_TABLES);
  const acts: Acts = {
    seat(person, group) {
      const seats = [{ person, group, isFixed: group !== "" }];
      if (run(seatPeople(live.plan.plan, live.by, { seats })).outcome !== "done") return;
      const name = nameOf(person);
      tell({ tone: "news", text: group === "" ? told.unseated(name) : told.moved(name, nameIn(plan.groups, group)) });
    },
    fix({ id, group = "" }, isFixed) {
      run(seatPeople(live.plan.plan, live.by, { seats: [{ person: id, group, isFixed }] }));
    },
    part({ id, role, buddies }) {
      const colleagues = role === "colleague" ? [id] : buddies;
      const pairs = colleagues.map((colleague) => ({ colleague, customer: "" }));
      run(pairBuddies(live.plan.plan, live.by, { pairs }));
    },
  };
  const table = { plan, nameOf, editable, acts };
  const byFinger = fingerDrag({
    grip: ".people-hold",
    item: ".people-seat",
    place: ".people-table-card",
    onDrop({ dataset: { key: person } }, { dataset: { groupId = "" } }) {
      const sitsThere = plan.people.find(({ id }) => id === person)?.group === (groupId || undefined);
      if (person !== undefined && !sitsThere) acts.seat(person, groupId);
    },
  });
  return (
    <div className="people-tables" onPointerDownCapture={byFinger}>
      {peopleAt(plan, undefined).length > 0 ? <Table {...table} group={undefined} /> : null}
      {shown.map((group) => (
        <Table key={group.id} {...table} group={group} />
      ))}
      {shown.length < plan.groups.length ? (
        <Button onPress={() => setWhole(true)}>{say.moreTables(plan.groups.length - shown.length)}</Button>
      ) : null}
    </div>
  );
}

/** One table; without a group, those who sit nowhere yet. */
function Table({ group, plan, nameOf, editable, acts }: TableProps & { readonly group: GroupView | undefined }) {
  const words = useWords();
  const say = words.people.seating;
  const here = peopleAt(plan, group?.id);
  const name = group?.name ?? say.nowhere;
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !editable,
    getItems: (keys) => [...keys].map((key) => ({ [PERSON_TYPE]: String(key), "text/plain": nameOf(String(key)) })),
    acceptedDragTypes: [PERSON_TYPE],
    getDropOperation: (target, types) => (target.type === "root" && types.has(PERSON_TYPE) ? "move" : "cancel"),
    onRootDrop({ items }) {
      for (const item of items.filter(isTextDropItem))
        void item.getText(PERSON_TYPE).then((person) => acts.seat(person, group?.id ?? ""));
    },
  });
  return (
    <section className="people-table-card" data-group-id={group?.id} aria-label={name}>
      <header>
        <h3>{name}</h3>
        {group ? <SeatCount people={here.length} seats={group.seats} /> : null}
      </header>
      {group ? <Lacks group={group} people={here} /> : null}
      <GridList
        className="people-seats"
        aria-label={say.atTable(name)}
        items={here.map((person) => ({ id: person.id, person }))}
        dependencies={[plan, editable, words]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="people-no-seats">{say.empty}</p>}
      >
        {({ person }) => (
          <GridListItem id={person.id} textValue={nameOf(person.id)} className="people-seat">
            <Seat person={person} plan={plan} nameOf={nameOf} editable={editable} acts={acts} />
          </GridListItem>
        )}
      </GridList>
    </section>
  );
}

function SeatCount({ people, seats }: { readonly people: number; readonly seats: number }) {
  const say = useWords().people.seating;
  const isOver = people > seats;
  return (
    <span className="people-count" data-over={isOver ? "" : undefined}>
      {isOver ? say.over(people, seats) : say.seats(people, seats)}
    </span>
  );
}

/** What nobody sees from the names alone. */
function Lacks({ group, people }: { readonly group: GroupView; readonly people: readonly PersonView[] }) {
  const say = useWords().people.seating;
  const lacks = [
    ...(group.moderator === undefined ? [say.noModerator] : []),
    ...(people.some(({ role }) => role === "colleague") ? [] : [say.noColleague]),
  ];
  return lacks.length === 0 ? null : <p className="people-lacks">{lacks.join(" · ")}</p>;
}

function Seat({ person, plan, nameOf, editable, acts }: TableProps & { readonly person: PersonView }) {
  const words = useWords();
  const say = words.people.seating;
  const name = nameOf(person.id);
  return (
    <>
      {editable ? (
        <span className="people-hold">
          <AriaButton slot="drag" className="people-grip" aria-label={say.drag(name)}>
            <GripVertical size={15} aria-hidden />
          </AriaButton>
        </span>
      ) : null}
      <span className="people-shape" data-shape={person.role === "customer" ? "speech" : "square"} aria-hidden />
      <span className="people-who">
        <span>
          <bdi>{name}</bdi>
        </span>
        <small>{factsOf(person, plan, nameOf, words)}</small>
      </span>
      {person.isFixed && person.group !== undefined ? (
        <span className="people-fixed" role="img" aria-label={say.fixed} title={say.fixed}>
          <Lock size={13} aria-hidden />
        </span>
      ) : null}
      {editable ? (
        <Menu label={say.act(name)} actions={actionsFor(person, plan, acts, words)}>
          <Ellipsis size={16} aria-hidden />
        </Menu>
      ) : null}
    </>
  );
}

function factsOf(
  { role, customerType, department, buddies }: PersonView,
  plan: PlanView,
  nameOf: (person: string) => string,
  words: Words,
): string {
  const type = role === "customer" ? nameIn(plan.customerTypes, customerType) : "";
  const facts = [
    type === "" ? words.journey.roles[role] : type,
    nameIn(plan.departments, department),
    ...(buddies.length > 0 ? [words.people.seating.with(buddies.map(nameOf).join(", "))] : []),
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}

function actionsFor(person: PersonView, plan: PlanView, acts: Acts, words: Words): readonly MenuAction[] {
  const say = words.people.seating;
  const { id, group, isFixed, buddies } = person;
  const isSeated = group !== undefined;
  const others = plan.groups.filter((each) => each.id !== group);
  return [
    ...others.map((to) => ({ id: `to-${to.id}`, label: say.moveTo(to.name), act: () => acts.seat(id, to.id) })),
    ...(isSeated
      ? [
          { id: "fix", label: say.fix, parted: true, chosen: isFixed, act: () => acts.fix(person, !isFixed) },
          { id: "away", label: say.takeAway, act: () => acts.seat(id, "") },
        ]
      : []),
    ...(buddies.length > 0 ? [{ id: "part", label: say.unpair, parted: true, act: () => acts.part(person) }] : []),
  ];
}
