/** The workshops that somebody is in through this relay: opened for the first, closed after the last. */
import type { WorkshopDesk } from "../room/desk.ts";
import type { Access } from "./access.ts";
import { Attendance } from "./attendance.ts";

interface OpenAttendance {
  readonly opening: Promise<Attendance>;
  /** Entered and not left. Counted before it is open, so that it is never there twice. */
  users: number;
}

export class Attendances {
  readonly #access: Access;
  readonly #log: (line: string) => void;
  readonly #openByWorkshop = new Map<string, OpenAttendance>();

  constructor(access: Access, log: (line: string) => void) {
    this.#access = access;
    this.#log = log;
  }

  /** Each call must be followed by one `leave`, also when it rejects because the store cannot be read. */
  enter(workshop: string): Promise<Attendance> {
    let open = this.#openByWorkshop.get(workshop);
    if (!open) {
      open = { opening: Attendance.open(workshop, this.#access, this.#log), users: 0 };
      this.#openByWorkshop.set(workshop, open);
    }
    open.users += 1;
    return open.opening;
  }

  /** Never rejects. */
  async leave(workshop: string): Promise<void> {
    const open = this.#openByWorkshop.get(workshop);
    if (!open) return;
    open.users -= 1;
    if (open.users > 0) return;
    this.#openByWorkshop.delete(workshop);
    try {
      await (await open.opening).close();
    } catch (error) {
      this.#log(`A workshop was not left in good order: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }

  /** People of the workshop who are connected, to whatever relay. */
  async present(workshop: string): Promise<ReadonlySet<string>> {
    const attendance = await this.#openByWorkshop.get(workshop)?.opening.catch(() => undefined);
    const elsewhere = await this.#access.news.presentElsewhere(workshop);
    return new Set([...elsewhere, ...(attendance?.present() ?? [])]);
  }

  /** Sends away whose tokens have ended; called at the pace of the heartbeat. */
  async tend(now: number): Promise<void> {
    for (const { opening } of [...this.#openByWorkshop.values()]) (await opening.catch(() => undefined))?.tend(now);
  }

  /**
   * While other relays are not heard, looks up what everybody may do, as it stands in the store; resolves when that
   * holds. Called every `RIGHTS_HOLD_WITHIN_MS`. Never rejects.
   */
  async reviewIfDeaf(): Promise<void> {
    if (!this.#access.news.isDeaf) return;
    const open = [...this.#openByWorkshop.values()].map(({ opening }) => opening.catch(() => undefined));
    await Promise.all(open.map(async (opening) => (await opening)?.reviewEverybody()));
  }

  /** The part of a workshop's desk that serves its steps. It counts as one user until it is closed. */
  async deskOf(workshop: string): Promise<WorkshopDesk> {
    try {
      const attendance = await this.enter(workshop);
      return {
        join: (member) => attendance.join(member),
        leave: (member) => attendance.depart(member),
        hear: (member, message) => attendance.hear(member, message),
        close: () => this.leave(workshop),
      };
    } catch (error) {
      await this.leave(workshop);
      throw error;
    }
  }
}
