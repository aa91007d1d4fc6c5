/** The step each workshop is in. */
import { limits, type RoomAddress, type Step, type StepRights, StepSchema, stayOf } from "@sameside/protocol";
import { type RecordStore, Records } from "./records.ts";
import type { WorkshopNews } from "./workshopNews.ts";

export class Steps {
  readonly #steps: Records<Step>;
  readonly #news: WorkshopNews;

  readonly #now: () => number;

  constructor(store: RecordStore, news: WorkshopNews, now: () => number) {
    this.#steps = new Records(store, "step", StepSchema);
    this.#news = news;
    this.#now = now;
  }

  /** `undefined` before the first one was taken. */
  current(workshop: string): Promise<Step | undefined> {
    return this.#steps.read(workshop, "");
  }

  /**
   * Goes on to `step` when its `n` is one more than the one that holds; tells everybody. Answers the step that holds
   * then. A relay that was in none takes any: a workshop may come to it in the middle of its day.
   */
  async take(workshop: string, step: Step): Promise<Step> {
    const bounded = this.#bounded(step);
    const { before, after } = await this.#steps.change(workshop, "", (old) =>
      !old || step.n === old.n + 1 ? bounded : old,
    );
    if (after !== before) this.#news.tell(workshop, { about: "step" });
    return after;
  }

  /** The rights in a room: those of an earlier step where its table may stay. */
  rightsIn(room: RoomAddress, step: Step | undefined): StepRights | undefined {
    if (!step || room.kind !== "board") return step?.rights;
    return (stayOf(step, room.group, this.#now()) ?? step).rights;
  }

  /** Milliseconds until the next table has to go on; `undefined` when none stays. */
  nextStayEnds({ staying = [] }: Step): number | undefined {
    const left = staying.map(({ until }) => until - this.#now()).filter((ms) => ms > 0);
    return left.length === 0 ? undefined : Math.min(...left);
  }

  /** Nobody stays for longer than the limit, whatever a device's clock says. */
  #bounded(step: Step): Step {
    const latest = this.#now() + limits.MAX_STAY_MS;
    if (!step.staying?.some(({ until }) => until > latest)) return step;
    return { ...step, staying: step.staying.map((stay) => ({ ...stay, until: Math.min(stay.until, latest) })) };
  }
}
