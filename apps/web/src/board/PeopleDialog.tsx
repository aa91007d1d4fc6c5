/** For facilitators: who has a seat in the workshop, as what, at which table; and how to change or take a seat. */
import type { PlanView } from "@sameside/model";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { KnownWorkshop } from "../live/device.ts";
import { devicesIn, useLeftDevices } from "../live/leftDevices.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useNames } from "../live/people.ts";
import { openValue, useStore } from "../live/store.ts";
import { type PersonAnswer, type WorkshopDesk, workshopDeskOf } from "../live/workshopDesk.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { relaySentence } from "./relaySentence.ts";
import { SeatLine } from "./SeatLine.tsx";
import { seatInPlan } from "./seatInPlan.ts";

interface Props {
  readonly live: LiveBoard;
  readonly known: KnownWorkshop;
  /** Its groups are the tables that people can be moved to; `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly onClose: () => void;
}

const NO_TABLES = openValue<Pick<PlanView, "groups">>({ groups: [] });

export function PeopleDialog({ live, known, plan, onClose }: Props) {
  const words = useWords();
  const say = words.board.peopleDialog;
  const names = useNames(live);
  const self = useStore(live.seat).person;
  const { groups } = useStore<Pick<PlanView, "groups">>(plan?.view ?? NO_TABLES);
  const desk = useMemo(() => workshopDeskOf(known), [known]);
  const { people, problem, act } = usePeople(live, desk);
  const left = useLeftDevices(live, devicesIn(useStore(live.others)));
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      {problem === undefined ? null : (
        <p className="board-problem" role="alert">
          {problem}
        </p>
      )}
      {people ? (
        <section className="board-desk" aria-label={say.title}>
          <ul>
            {people.map((person) => (
              <SeatLine
                key={person.person}
                person={person}
                name={names.get(person.person) ?? words.board.noName}
                isSelf={person.person === self}
                left={left.find((device) => device.person === person.person)}
                group={known.group}
                tables={groups}
                onChange={(to) =>
                  act(async (at) => {
                    await at.changeSeat(person.person, to);
                    if (plan) seatInPlan(plan, live.by, person.person, to);
                  })
                }
                onEnd={() => act((at) => at.endSeat(person.person))}
              />
            ))}
          </ul>
        </section>
      ) : (
        <p role="status">{problem === undefined ? say.looking : null}</p>
      )}
    </Dialog>
  );
}

interface SeatedPeople {
  /** `undefined` until the relay has answered. */
  readonly people: readonly PersonAnswer[] | undefined;
  readonly problem: string | undefined;
  readonly act: (work: (desk: WorkshopDesk) => Promise<void>) => void;
}

/** Asks again after each change of its own, and when somebody comes or goes. */
function usePeople(live: LiveBoard, desk: WorkshopDesk | undefined): SeatedPeople {
  const words = useWords();
  const [people, setPeople] = useState<readonly PersonAnswer[]>();
  const [problem, setProblem] = useState<string>();
  const here = useStore(live.others)
    .map(({ presence }) => `${presence.person} ${presence.role}`)
    .join();
  const act = useCallback(
    (work: (desk: WorkshopDesk) => Promise<void>) => {
      const run = async () => {
        if (!desk) return;
        await work(desk);
        setPeople(await desk.people());
        setProblem(undefined);
      };
      run().catch((error: unknown) => setProblem(relaySentence(error, words)));
    },
    [desk, words],
  );
  const asked = useRef<string>(undefined);
  useEffect(() => {
    if (asked.current === here) return;
    asked.current = here;
    act(() => Promise.resolve());
  }, [act, here]);
  return { people, problem, act };
}
