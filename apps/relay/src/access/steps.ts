/** The step each workshop is in. */
import { type Step, StepSchema } from "@sameside/protocol";
import { type RecordStore, Records } from "./records.ts";
import type { WorkshopNews } from "./workshopNews.ts";

export class Steps {
  readonly #steps: Records<Step>;
  readonly #news: WorkshopNews;

  constructor(store: RecordStore, news: WorkshopNews) {
    this.#steps = new Records(store, "step", StepSchema);
    this.#news = news;
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
    const { before, after } = await this.#steps.change(workshop, "", (old) =>
      !old || step.n === old.n + 1 ? step : old,
    );
    if (after !== before) this.#news.tell(workshop, { about: "step" });
    return after;
  }
}
