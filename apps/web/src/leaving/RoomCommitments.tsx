/** What people will do, by department, on the page of who runs the day; never while the screen may be for all. */
import type { PlanView } from "@sameside/model";
import { useMemo } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import { useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";
import { type Commitment, commitmentsIn, departmentIn } from "./commitment.ts";
import { dayText } from "./goodbye.ts";
import "./leaving.css";

interface Props {
  readonly live: LiveDay;
  readonly plan: PlanView;
  readonly isSafe: boolean;
  readonly nameOf: (person: string) => string;
}

export function RoomCommitments({ live, plan, isSafe, nameOf }: Props) {
  const say = useWords().leaving.room;
  const rows = useStore(live.rows("commitment"));
  const commitments = useMemo(() => commitmentsIn(rows), [rows]);
  const byDepartment = inDepartments(commitments, plan);
  return (
    <section className="room-panel" aria-label={say.commitments}>
      <h2>{say.commitments}</h2>
      {commitments.length === 0 ? (
        <p className="room-empty">{say.none}</p>
      ) : isSafe ? (
        <p className="room-empty">{say.hidden(commitments.length)}</p>
      ) : (
        byDepartment.map(([department, theirs]) => (
          <section key={department} className="leaving-department">
            <h3>{department || say.noDepartment}</h3>
            <ul>
              {theirs.map(({ person, text, due }) => (
                <li key={person}>
                  <blockquote>{text}</blockquote>
                  <small>{[nameOf(person), ...(due === undefined ? [] : [say.by(dayText(due))])].join(" · ")}</small>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </section>
  );
}

/** As the plan has the people by now, or else as they were then; who has none comes last. */
function inDepartments(
  commitments: readonly Commitment[],
  plan: PlanView,
): readonly (readonly [string, readonly Commitment[]])[] {
  const byDepartment = Map.groupBy(commitments, (each) => departmentIn(plan, each.person) || each.department);
  return [...byDepartment].sort(([a], [b]) => Number(a === "") - Number(b === "") || a.localeCompare(b));
}
