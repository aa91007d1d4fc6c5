/**
 * Whoever has joined sits where the plan says. One person who is moved in the plan, or back by an undo, is moved at
 * the relay at once; where many would change their map in one moment, somebody says so first. Who is taken from their
 * table has no map until they sit at one.
 */
import { type Id, PERSON_ROLES, type PersonRole, type PersonView } from "@sameside/model";
import { NO_TABLE } from "@sameside/protocol";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useStore } from "../live/store.ts";
import { type PersonAnswer, type WorkshopDesk, workshopDeskOf } from "../live/workshopDesk.ts";
import { useWords } from "../words/words.ts";
import { nameIn } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";

/** Somebody who has joined, and sits elsewhere than the plan says. */
interface SeatedApart {
  readonly person: Id;
  /** The table that the plan says; `NO_TABLE` for none. */
  readonly planned: Id;
  /** The table whose map they have; `null`: they go to every one; `NO_TABLE`: they have none. */
  readonly seated: string | null;
}

/** Somebody who has joined, and has another role than the plan says. */
interface RoleApart {
  readonly person: Id;
  readonly planned: PersonRole;
  readonly held: PersonRole;
}

interface Apart {
  readonly tables: readonly SeatedApart[];
  readonly roles: readonly RoleApart[];
}
const NOBODY: Apart = { tables: [], roles: [] };

interface SeatsFollow {
  readonly apart: Apart;
  /** Brings all of them to where the plan says. */
  readonly move: () => void;
  /** Gives all of them the role that the plan says. */
  readonly giveRoles: () => void;
}

type Asked = "move" | "giveRoles" | undefined;

/** More than so many are not moved unasked. */
const MOST_UNASKED = 1;
/** Requests to the relay at a time. */
const AT_ONCE = 10;

export function useSeatsFollow({ live, plan, editable, nameOf, tell }: PeopleProps): SeatsFollow {
  const { told } = useWords().people;
  const isOnline = useStore(live.status).wire === "online";
  const { people } = plan;
  const [apart, setApart] = useState<Apart>(NOBODY);
  const seen = useRef(people);
  /** Moved in the plan on this page, and not yet at the relay. */
  const moved = useRef(new Set<Id>());
  const asking = useRef(Promise.resolve());

  const follow = useEffectEvent(async (asked: Asked) => {
    const desk = editable ? workshopDeskOf(live.latest()) : undefined;
    if (!desk) return;
    const invited = people.filter(({ id }) => moved.current.has(id));
    if (invited.length > 0) await inviteAnew(desk, invited);
    const seats = new Map((await desk.people()).map((seat) => [seat.person, seat]));
    const all = seatedApart(seats, people);
    const own = asked === "move" ? all : all.filter(({ person }) => moved.current.has(person));
    const going = asked === "move" || own.length <= MOST_UNASKED ? own : [];
    const roles = rolesApart(seats, people);
    const given = asked === "giveRoles" ? roles : [];
    await changeSeats(desk, [
      ...going.map(({ person, planned }) => ({ person, to: { table: planned } })),
      ...given.map(({ person, planned }) => ({ person, to: { role: planned } })),
    ]);
    moved.current.clear();
    setApart({ tables: all.filter((each) => !going.includes(each)), roles: given.length > 0 ? [] : roles });
    const [one] = going;
    if (!one) return;
    if (going.length > 1) tell({ tone: "news", text: told.mapsMoved(going.length) });
    else if (one.planned === NO_TABLE) tell({ tone: "news", text: told.mapTaken(nameOf(one.person)) });
    else tell({ tone: "news", text: told.mapMoved(nameOf(one.person), nameIn(plan.groups, one.planned)) });
  });
  /** One after the other: two that move the same person must end as the later one has it. */
  const ask = useEffectEvent((asked: Asked) => {
    asking.current = asking.current.then(async () => {
      try {
        await follow(asked);
      } catch (error) {
        console.warn("Who has joined could not be moved to where the plan says", error);
        if (asked || moved.current.size > 0) tell({ tone: "problem", text: told.mapNotMoved });
      }
    });
  });
  useEffect(() => {
    for (const id of movedSince(seen.current, people)) moved.current.add(id);
    seen.current = people;
    if (isOnline) ask(undefined);
  }, [people, isOnline]);
  useEffect(() => {
    // Who has joined, or was moved on another page, meanwhile.
    const look = () => isOnline && ask(undefined);
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [isOnline]);
  return { apart: isOnline ? apart : NOBODY, move: () => ask("move"), giveRoles: () => ask("giveRoles") };
}

/** Who sits at another table in the plan than before, or at none any more. */
function movedSince(before: readonly PersonView[], now: readonly PersonView[]): readonly Id[] {
  if (before === now) return [];
  const tables = new Map(before.map(({ id, group }) => [id, group]));
  return now.flatMap(({ id, group }) => (tables.get(id) !== group ? [id] : []));
}

/** Who has not joined yet comes to the table that the plan says now; their codes, which may be printed, stay. */
async function inviteAnew(desk: WorkshopDesk, people: readonly PersonView[]): Promise<void> {
  const invited = new Set((await desk.invites()).flatMap(({ person }) => person ?? []));
  const again = people.filter(({ id }) => invited.has(id));
  if (again.length > 0)
    await desk.invitePeople(again.map(({ id, role, group }) => ({ person: id, role, table: group ?? null })));
}

type Seats = ReadonlyMap<Id, PersonAnswer>;

function seatedApart(seats: Seats, people: readonly PersonView[]): readonly SeatedApart[] {
  return people.flatMap(({ id, group }) => {
    const seat = seats.get(id);
    // Who was never seated goes to every map.
    const planned = group ?? (seat?.table === null ? undefined : NO_TABLE);
    const isApart = seat && seat.role !== "facilitator" && planned !== undefined && seat.table !== planned;
    return isApart ? [{ person: id, planned, seated: seat.table }] : [];
  });
}

/** A facilitator may lead a table, too. */
function rolesApart(seats: Seats, people: readonly PersonView[]): readonly RoleApart[] {
  return people.flatMap(({ id, role }) => {
    const held = PERSON_ROLES.find((each) => each === seats.get(id)?.role);
    return held && held !== role && held !== "facilitator" ? [{ person: id, planned: role, held }] : [];
  });
}

interface SeatChange {
  readonly person: Id;
  readonly to: Parameters<WorkshopDesk["changeSeat"]>[1];
}

async function changeSeats(desk: WorkshopDesk, changes: readonly SeatChange[]): Promise<void> {
  for (let start = 0; start < changes.length; start += AT_ONCE)
    await Promise.all(changes.slice(start, start + AT_ONCE).map(({ person, to }) => desk.changeSeat(person, to)));
}
