/** Everybody on the board: oneself, the others once each, and what they do on the journey that is shown. */
import type { Id } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import { useCallback, useMemo } from "react";
import type { Other, Others } from "../journey/others.ts";
import { useLeavers } from "../live/leavers.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { actorRole } from "../live/ownPlace.ts";
import { type OtherHere, type PersonHere, useNames, useOthersHere } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";

export interface Present {
  readonly self: PersonHere;
  readonly others: readonly OtherHere[];
  /** Who has said goodbye at this table before the end of the day, the earliest first. */
  readonly left: readonly { readonly name: string; readonly time: number }[];
  /** What a view draws of them. */
  readonly onMap: Others;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: Id) => string;
  /** Everybody else who gave a name for today, here or not. */
  readonly named: readonly { readonly person: Id; readonly name: string }[];
}

/** `showsPointers`: also what moves with others' hands, pointers and what they drag. */
export function usePresent(live: LiveBoard, journey: Id | undefined, showsPointers: boolean): Present {
  const { somebody } = useWords().journey;
  const names = useNames(live);
  const others = useOthersHere(live, names);
  const { person, role } = useStore(live.seat);
  const self = useMemo(() => ({ person, role, name: names.get(person) ?? "" }), [person, role, names]);
  const nameOf = useCallback((id: Id) => names.get(id) || somebody, [names, somebody]);
  const onMap = useMemo(
    () => othersOn(live, { journey, showsPointers, self: person, nameOf }),
    [live, journey, showsPointers, person, nameOf],
  );
  const named = useMemo(
    () => [...names].flatMap(([id, name]) => (id === person || name === "" ? [] : [{ person: id, name }])),
    [names, person],
  );
  const leavers = useLeavers(live);
  const left = useMemo(() => {
    const place = parseRoom(live.room);
    const here = place?.kind === "board" ? place.group : undefined;
    const atTable = [...leavers.values()].filter((leaver) => leaver.table === here && leaver.person !== person);
    return atTable.map((leaver) => ({ name: nameOf(leaver.person), time: leaver.time }));
  }, [leavers, live, person, nameOf]);
  return { self, others, left, onMap, nameOf, named };
}

type Here = ReturnType<LiveBoard["others"]["get"]>[number];

interface Look {
  readonly journey: Id | undefined;
  readonly showsPointers: boolean;
  readonly self: Id;
  readonly nameOf: (person: Id) => string;
}

/** Read when it is drawn, not when it changes: pointers move many times a second, and the page does not render for them. */
function othersOn(live: LiveBoard, look: Look): Others {
  let read: { readonly from: readonly Here[]; readonly others: readonly Other[] } | undefined;
  return {
    get() {
      const from = live.others.get();
      if (read?.from !== from) read = { from, others: from.map((here) => otherOn(here, look)) };
      return read.others;
    },
    subscribe: live.others.subscribe,
  };
}

function otherOn({ client, presence }: Here, { journey, showsPointers, self, nameOf }: Look): Other {
  const { person, role, cursor, held } = presence;
  const isShown = held?.journey === journey && person !== self;
  return {
    ...{ client, person, name: nameOf(person), role: actorRole(role) },
    cursor: showsPointers && cursor && cursor.journey === journey ? cursor : null,
    held: held && isShown && (showsPointers || held.as !== "dragged") ? held : null,
  };
}
