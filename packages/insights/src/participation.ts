/** Who takes part and who sits to one side, as counts (S0-14). Pure; times are ms since 1970. */
import type { Contribution, Id, RunView, StepRole, StepView } from "@sameside/model";

/** Who has neither written nor spoken for so long counts as quiet, in ms. */
export const QUIET_PERSON_AFTER_MS = 15 * 60_000;

/** Somebody who is there. */
interface Attending {
  readonly person: Id;
  /** Since when they could take part without a pause; absent while this is not the time for it. */
  readonly since?: number;
}

/** How often the moderator has tapped that somebody spoke, and when last. */
export interface Spoken {
  readonly times: number;
  readonly last: number;
}

export interface Participation {
  readonly person: Id;
  /** What they have written, said for the log, rated or marked. */
  readonly written: number;
  readonly spoken: number;
  /** How long they have been quiet, in ms; absent while nobody has to look. */
  readonly quietFor?: number;
}

interface Sources {
  readonly people: readonly Attending[];
  /** Of everybody; those before `from` do not count. */
  readonly contributions: readonly Contribution[];
  readonly spokenByPerson: ReadonlyMap<Id, Spoken>;
  /** When the day began. */
  readonly from: number;
  readonly now: number;
}

/** In the order of `people`, each once: it is no ranking. */
export function participation({ people, contributions, spokenByPerson, from, now }: Sources): readonly Participation[] {
  const timesByPerson = Map.groupBy(
    contributions.filter(({ time }) => time >= from),
    ({ person }) => person,
  );
  const attendingByPerson = new Map(people.map((one) => [one.person, one]));
  return [...attendingByPerson.values()].map(({ person, since }) => {
    const written = timesByPerson.get(person) ?? [];
    const spoken = spokenByPerson.get(person);
    const heard = [...written.map(({ time }) => time), ...(spoken ? [spoken.last] : [])];
    const quietFor = since === undefined ? 0 : now - heard.reduce((last, time) => Math.max(last, time), since);
    return {
      person,
      written: written.length,
      spoken: spoken?.times ?? 0,
      ...(quietFor >= QUIET_PERSON_AFTER_MS && { quietFor }),
    };
  });
}

/** What of a plan says when who may write. */
interface Agenda {
  readonly steps: readonly Pick<StepView, "id" | "kind" | "rights">[];
  readonly runs: readonly Pick<RunView, "step" | "started">[];
}

/**
 * Since when people of this role may write without a step between in which they listen, rest or answer for themselves;
 * `undefined` while they are in such a step. `step`: the one that goes on. Before the first step: since ever.
 */
export function takesPartSince({ steps, runs }: Agenda, step: Id | undefined, role: StepRole): number | undefined {
  if (step === undefined) return 0;
  const stepById = new Map(steps.map((one) => [one.id, one]));
  const isTheirs = (id: Id) => {
    const one = stepById.get(id);
    return one !== undefined && one.kind !== "break" && one.rights[role] === "write";
  };
  if (!isTheirs(step)) return undefined;
  const latest = runs.findLastIndex((run) => run.step === step);
  let since = runs[latest]?.started;
  for (let at = latest - 1; at >= 0; at -= 1) {
    const run = runs[at];
    if (!run || !isTheirs(run.step)) break;
    since = run.started;
  }
  return since ?? 0;
}
