/** Who has joined and sits elsewhere than the plan says, and the two ways to make it one. */
import { seatPeople } from "@sameside/model";
import { NO_TABLE } from "@sameside/protocol";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { nameIn } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";
import { useSeatsFollow } from "./seatsFollow.ts";

/** More people than so many are counted. */
const MOST_NAMED = 6;

export function SeatedApart(props: PeopleProps) {
  const { live, plan, run, nameOf } = props;
  const say = useWords().people.seating.apart;
  const { apart, move } = useSeatsFollow(props);
  if (apart.length === 0) return null;
  const tableOf = (group: string | null) =>
    group === null ? say.everyTable : group === NO_TABLE ? say.noTable : nameIn(plan.groups, group) || group;
  const bound = apart.filter(({ seated }) => plan.groups.some(({ id }) => id === seated));
  const adopt = () => {
    const seats = bound.map(({ person, seated }) => ({ person, group: seated ?? "", isFixed: true }));
    run(seatPeople(live.plan.plan, live.by, { seats }));
  };
  return (
    <section className="people-apart" aria-label={say.title(apart.length)}>
      <h3>{say.title(apart.length)}</h3>
      <ul>
        {apart.slice(0, MOST_NAMED).map(({ person, planned, seated }) => (
          <li key={person}>{say.line(nameOf(person), tableOf(seated), tableOf(planned))}</li>
        ))}
        {apart.length > MOST_NAMED ? <li>{say.more(apart.length - MOST_NAMED)}</li> : null}
      </ul>
      <div className="people-acts">
        <Button onPress={move}>{say.move(apart.length)}</Button>
        {bound.length > 0 ? <Button onPress={adopt}>{say.adopt(bound.length)}</Button> : null}
      </div>
    </section>
  );
}
