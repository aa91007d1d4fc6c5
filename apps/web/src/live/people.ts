/** Who is at the board now, by person: one person may have it open in several windows. */
import { checkAnswer } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import { useMemo } from "react";
import type { LiveBoard, NameRows, Others } from "./liveBoard.ts";
import { useStore } from "./store.ts";

export interface PersonHere {
  readonly person: string;
  /** The name for today; empty when the person has not given one. */
  readonly name: string;
  readonly role: SeatRole;
}

/** Names for today, by person. */
export function useNames(live: LiveBoard): ReadonlyMap<string, string> {
  const rows = useStore(live.names);
  return useMemo(() => nameByPerson(rows), [rows]);
}

/** Everybody else here, each once, in the order they are known. */
export function othersHere(others: Others, names: ReadonlyMap<string, string>, self: string): readonly PersonHere[] {
  const hereByPerson = new Map<string, PersonHere>();
  for (const { presence } of others) {
    if (presence.person === self) continue;
    hereByPerson.set(presence.person, {
      person: presence.person,
      name: names.get(presence.person) ?? "",
      role: presence.role,
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
