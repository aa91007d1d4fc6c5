/** Everybody on the board: oneself, the others once each, and their pointers on the journey that is shown. */
import type { Id, Role } from "@sameside/model";
import { useCallback, useMemo } from "react";
import { actorRole, type LiveBoard } from "../live/liveBoard.ts";
import { othersHere, type PersonHere, useNames } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";

interface Cursor {
  readonly client: number;
  readonly person: Id;
  readonly name: string;
  readonly role: Role;
  readonly cursor: { readonly x: number; readonly y: number } | null;
}

export interface Present {
  readonly self: PersonHere;
  readonly others: readonly PersonHere[];
  readonly cursors: readonly Cursor[];
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: Id) => string;
  /** Everybody else who gave a name for today, here or not. */
  readonly named: readonly { readonly person: Id; readonly name: string }[];
}

export function usePresent(live: LiveBoard, journey: Id | undefined): Present {
  const { somebody } = useWords().journey;
  const names = useNames(live);
  const present = useStore(live.others);
  const { person, role } = useStore(live.seat);
  const self = useMemo(() => ({ person, role, name: names.get(person) ?? "" }), [person, role, names]);
  const others = useMemo(() => othersHere(present, names, person), [present, names, person]);
  const cursors = useMemo(
    () =>
      present.map(({ client, presence }) => ({
        client,
        person: presence.person,
        name: names.get(presence.person) ?? "",
        role: actorRole(presence.role),
        cursor: presence.cursor && presence.cursor.journey === journey ? presence.cursor : null,
      })),
    [present, names, journey],
  );
  const nameOf = useCallback((id: Id) => names.get(id) || somebody, [names, somebody]);
  const named = useMemo(
    () => [...names].flatMap(([id, name]) => (id === person || name === "" ? [] : [{ person: id, name }])),
    [names, person],
  );
  return { self, others, cursors, nameOf, named };
}
