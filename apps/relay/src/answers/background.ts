/** Work that waits for the store: where that fails, the connections it was for end, come back and try again. */
import type { DeskMember } from "../room/desk.ts";
import { closeUnstored } from "../roomStore/engineAway.ts";

export class Background {
  readonly #log: (line: string) => void;
  readonly #underWay = new Set<Promise<void>>();

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** `ends`: the connections that end when the work rejects. */
  run(work: () => Promise<void>, ends: () => readonly DeskMember[] = () => []): void {
    const done = work()
      .catch((error: unknown) => {
        this.#log(`Answers wait for the store: ${error instanceof Error ? error.message : "unknown reason"}`);
        for (const member of ends()) member.close(closeUnstored(error));
      })
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}
