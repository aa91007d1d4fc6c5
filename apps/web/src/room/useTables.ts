/** All tables as they are now; read anew when something changes, and as time goes by. */
import type { BoardView, PlanView } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { useEffect, useReducer, useState } from "react";
import { type Leaver, useLeavers } from "../live/leavers.ts";
import { devicesIn, type PersonByDevice } from "../live/leftDevices.ts";
import type { LiveTable } from "../live/liveTable.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import { type TakingPart, takingPart } from "../live/takingPart.ts";
import { type TableFacts, tableFacts } from "./tableFacts.ts";

export interface RoomTable {
  readonly group: string;
  readonly name: string;
  /** "" where none is to be shown. */
  readonly customerType: string;
  readonly view: BoardView;
  readonly facts: TableFacts;
  /** Who of those who are here takes part, as counts. */
  readonly people: readonly TakingPart[];
  /** Who has said goodbye there before the end of the day, the earliest first. */
  readonly left: readonly Leaver[];
  /** Of its board. */
  readonly room: string;
  /** People by the devices on which they have its board open. */
  readonly devices: PersonByDevice;
  /** When this was read, in ms. */
  readonly now: number;
}

/** Time goes by in steps of so much, in ms. */
const LOOK_EVERY_MS = 15_000;
/** Changes of many tables are read together, in ms. */
const TOGETHER_MS = 250;

export function useTables(live: LiveWorkshop, opened: readonly LiveTable[], plan: PlanView): readonly RoomTable[] {
  const left = useLeavers(live);
  const help = useStore(live.rows("help"));
  const done = useStore(live.rows("done"));
  const spoke = useStore(live.rows("spoke"));
  const shown = useStore(live.rows("showMine"));
  const names = useStore(live.names);
  const { step } = useStore(live.status);
  const [now, setNow] = useState(Date.now);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        setNow(Date.now());
        draw();
      }, TOGETHER_MS);
    };
    const stops = opened.flatMap(({ view, others, status }) => [
      view.subscribe(look),
      others.subscribe(look),
      status.subscribe(look),
    ]);
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearTimeout(waiting);
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }, [opened]);
  const shownBy = new Set(shown.flatMap(({ person, value }) => (value === true ? [person] : [])));
  const mayShow = (person: string) => shownBy.has(person);
  return opened.map(({ group, view, others, changed, contributions }) => {
    const planned = plan.groups.find(({ id }) => id === group);
    const type = plan.customerTypes.find(({ id }) => id === planned?.customerType);
    const present = others
      .get()
      .map(({ presence: { person, role } }) => ({ person, role }))
      .filter(({ person }) => person !== live.seat.get().person && !left.has(person));
    const here = new Set(present.map(({ person }) => person));
    return {
      group,
      name: planned?.name || view.get().journeys[0]?.title || group,
      customerType: type?.isShown ? type.name : "",
      view: view.get(),
      room: boardRoom(live.workshop, group),
      devices: devicesIn(others.get()),
      left: [...left.values()].filter(({ table }) => table === group),
      facts: tableFacts({ view: view.get(), here, help, done, step: step?.id, changed: changed.get(), mayShow, now }),
      people: takingPart({
        ...{ here: present, plan, names, spoke, contributions: contributions() },
        step: step?.id,
        now: now + (live.relayAhead() ?? 0),
      }),
      now,
    };
  });
}
