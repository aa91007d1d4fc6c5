/** Who of those at a table takes part and who has been quiet, as counts, for who leads it (S0-14). */
import { type Participation, participation, type Spoken, takesPartSince } from "@sameside/insights";
import { type Contribution, checkAnswer, type Id, type PlanView } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import type { AnswerRows } from "./topicRows.ts";

type TakingRole = "customer" | "colleague";

export interface TakingPart extends Participation {
  readonly role: TakingRole;
}

interface Sources {
  /** Everybody who has the board open; who leads and who helps is not counted. */
  readonly here: readonly { readonly person: Id; readonly role: SeatRole }[];
  readonly plan: PlanView | undefined;
  /** The step that goes on. */
  readonly step: Id | undefined;
  /** The answers of the topics `name` and `spoke`. */
  readonly names: AnswerRows;
  readonly spoke: AnswerRows;
  readonly contributions: readonly Contribution[];
  /** By the relay's clock, as far as it is known. */
  readonly now: number;
}

/** Each once, in the order of `here`. */
export function takingPart({ here, plan, step, names, spoke, contributions, now }: Sources): readonly TakingPart[] {
  const roleByPerson = new Map(here.flatMap(({ person, role }) => (takes(role) ? [[person, role] as const] : [])));
  const cameByPerson = new Map(names.map(({ person, time }) => [person, time]));
  const seen = seenSince(here, now);
  const runs = plan?.runs ?? [];
  const people = [...roleByPerson].map(([person, role]) => {
    const since = takesPartSince({ steps: plan?.steps ?? [], runs }, step, role);
    const began = since === 0 ? seen(person) : since;
    return { person, ...(began !== undefined && { since: Math.max(began, cameByPerson.get(person) ?? 0) }) };
  });
  const from = Math.max(midnightBefore(now), runs[0]?.started ?? 0);
  const spokenByPerson = spokenIn(spoke, from);
  return participation({ people, contributions, spokenByPerson, from, now }).flatMap((one) => {
    const role = roleByPerson.get(one.person);
    return role ? [{ ...one, role }] : [];
  });
}

/** How often who leads the table has tapped that somebody spoke today. */
function spokenIn(rows: AnswerRows, from: number): ReadonlyMap<Id, Spoken> {
  return new Map(
    rows.flatMap(({ person, item, value, time }) => {
      // A row may come from any peer.
      const checked = checkAnswer("spoke", item, value, { items: [] });
      return checked.ok && checked.value !== null && time >= from
        ? [[person, { times: checked.value, last: time }] as const]
        : [];
    }),
  );
}

function takes(role: SeatRole): role is TakingRole {
  return role === "customer" || role === "colleague";
}

function midnightBefore(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

/** Where no step says when it began, nobody is quiet for longer than this page has seen them. */
const firstSeen = new Map<Id, number>();

function seenSince(here: Sources["here"], now: number): (person: Id) => number {
  for (const { person } of here) if (!firstSeen.has(person)) firstSeen.set(person, now);
  return (person) => firstSeen.get(person) ?? now;
}
