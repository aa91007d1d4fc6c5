/** What serves workshops beside their rooms: steps and answers, once for each workshop that somebody needs. */
import type { Seat } from "@sameside/protocol";
import type { Access } from "./access/access.ts";
import type { Attendances } from "./access/attendances.ts";
import { WorkshopAnswers } from "./answers/workshopAnswers.ts";
import type { WorkshopDesk } from "./room/desk.ts";
import type { GroupCommit } from "./room/groupCommit.ts";
import type { RoomBus } from "./roomBus/roomBus.ts";
import type { RoomStore } from "./roomStore/roomStore.ts";

export interface DeskParts {
  readonly store: RoomStore;
  readonly groupCommit: GroupCommit;
  readonly bus: RoomBus;
  readonly access: Access;
  readonly attendances: Attendances;
  readonly log: (line: string) => void;
}

interface OpenAnswers {
  readonly opening: Promise<WorkshopAnswers>;
  /** Who has entered and not left. Counted before they are read, so that they are never there twice. */
  users: number;
}

export class Desks {
  readonly #parts: DeskParts;
  readonly #answersByWorkshop = new Map<string, OpenAnswers>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** The desk for the rooms of a workshop; to be closed after the last of them. */
  async deskOf(workshop: string): Promise<WorkshopDesk> {
    const steps = await this.#parts.attendances.deskOf(workshop);
    try {
      const answers = await this.#enterAnswers(workshop);
      return {
        join(member) {
          steps.join(member);
          answers.join(member);
        },
        leave(member) {
          steps.leave(member);
          answers.leave(member);
        },
        hear(member, message) {
          steps.hear(member, message);
          answers.hear(member, message);
        },
        close: async () => {
          await this.#leaveAnswers(workshop);
          await steps.close();
        },
      };
    } catch (error) {
      await this.#leaveAnswers(workshop);
      await steps.close();
      throw error;
    }
  }

  /** Keeps the name that somebody said when they joined. Never rejects: their device says it again. */
  async takeName(seat: Seat, name: string): Promise<void> {
    try {
      const answers = await this.#enterAnswers(seat.workshop);
      await answers.enter(seat, { topic: "name", item: "today", value: name });
    } catch (error) {
      this.#parts.log(`A name was not kept: ${error instanceof Error ? error.message : "unknown reason"}`);
    } finally {
      await this.#leaveAnswers(seat.workshop);
    }
  }

  /** The name that somebody goes by today. Never rejects: a name can be said again. */
  async nameOf({ workshop, person }: Pick<Seat, "workshop" | "person">): Promise<string | undefined> {
    try {
      return (await this.#enterAnswers(workshop)).nameOf(person);
    } catch (error) {
      this.#parts.log(`A name could not be read: ${error instanceof Error ? error.message : "unknown reason"}`);
      return undefined;
    } finally {
      await this.#leaveAnswers(workshop);
    }
  }

  /** Each call must be followed by one `#leaveAnswers`, also when it rejects. */
  #enterAnswers(workshop: string): Promise<WorkshopAnswers> {
    let open = this.#answersByWorkshop.get(workshop);
    if (!open) {
      open = { opening: this.#open(workshop), users: 0 };
      this.#answersByWorkshop.set(workshop, open);
    }
    open.users += 1;
    return open.opening;
  }

  async #leaveAnswers(workshop: string): Promise<void> {
    const open = this.#answersByWorkshop.get(workshop);
    if (!open) return;
    open.users -= 1;
    if (open.users > 0) return;
    const answers = await open.opening.catch(() => undefined);
    // Who opens them anew reads the store, so what was taken has to be there before they are forgotten.
    await answers?.settled();
    if (open.users > 0 || this.#answersByWorkshop.get(workshop) !== open) return;
    this.#answersByWorkshop.delete(workshop);
    await answers?.close();
  }

  #open(workshop: string): Promise<WorkshopAnswers> {
    const { store, groupCommit, bus, access, log } = this.#parts;
    const seatOf = (person: string) => access.seats.placeOf({ workshop, person });
    return WorkshopAnswers.open({ workshop, store, groupCommit, bus, seatOf, news: access.news, log });
  }
}
