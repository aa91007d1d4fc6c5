/** Who is at the board now, by person: one person may have it open in several windows. */
import { checkAnswer } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import { useMemo } from "react";
import { useLeavers } from "./leavers.ts";
import type { LiveBoard, NameRows, Others } from "./liveBoard.ts";
import { readOff, useStore } from "./store.ts";

type Presence = Others[number]["presence"];

export interface PersonHere {
  readonly person: string;
  /** The name for today; empty when the person has not given one. */
  readonly name: string;
  readonly role: SeatRole;
}

/** Names for today, by person. */
export function useNames(live: Pick<LiveBoard, "names">): ReadonlyMap<string, string> {
  const rows = useStore(live.names);
  return useMemo(() => nameByPerson(rows), [rows]);
}

/** Somebody else, with what is said of them; pointers and views, which change many times a second, are not. */
export interface OtherHere extends PersonHere {
  /** At none of their windows at the moment. */
  readonly away: boolean;
  /** The person whose view they go along with. */
  readonly following: string | undefined;
  readonly held: Presence["held"] | undefined;
  readonly summons: Presence["summons"] | undefined;
}

/** Everybody else here, each once, in the order they are known; without who has said goodbye, whatever is still open. */
export function useOthersHere(live: LiveBoard, names: ReadonlyMap<string, string>): readonly OtherHere[] {
  const { person } = useStore(live.seat);
  const left = useLeavers(live);
  return useStore(
    useMemo(
      () => readOff(live.others, (all) => othersHere(all, names, (who) => who === person || left.has(who))),
      [live, names, person, left],
    ),
  );
}

function othersHere(
  others: Others,
  names: ReadonlyMap<string, string>,
  isLeftOut: (person: string) => boolean,
): readonly OtherHere[] {
  const hereByPerson = new Map<string, OtherHere>();
  for (const { presence } of others) {
    const { person, role, away = false, following, held, summons } = presence;
    if (isLeftOut(person)) continue;
    const before = hereByPerson.get(person);
    hereByPerson.set(person, {
      ...{ person, role, name: names.get(person) ?? "" },
      away: away && (before?.away ?? true),
      following: following ?? before?.following,
      // How far a drag has come is drawn, not listed.
      held: held ? { ...held, by: undefined } : before?.held,
      summons: summons ?? before?.summons,
    });
  }
  return [...hereByPerson.values()];
}

const NOTHING_BEFORE = { items: [] };

function nameByPerson(rows: NameRows): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ person, item, value }) => {
      // A row may come from any peer: only what a person could have given themselves is shown.
      const checked = checkAnswer("name", item, value, NOTHING_BEFORE);
      return checked.ok && checked.value !== null ? [[person, checked.value] as const] : [];
    }),
  );
}
