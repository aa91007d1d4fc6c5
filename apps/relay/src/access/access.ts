/** Who may do what, as far as it is kept: workshops, invites, seats with their tokens, and steps. */
import type { RoomBus } from "../roomBus/roomBus.ts";
import { Codes } from "./codes.ts";
import { Invites } from "./invites.ts";
import { Joining, type Names } from "./joining.ts";
import { JoinLimits } from "./joinLimits.ts";
import type { RecordStore } from "./records.ts";
import { Seats } from "./seats.ts";
import { Steps } from "./steps.ts";
import { Tables } from "./tables.ts";
import { WorkshopNews } from "./workshopNews.ts";
import { Workshops } from "./workshops.ts";

export interface AccessParts {
  readonly store: RecordStore;
  readonly bus: Pick<RoomBus, "isAlone" | "isDown" | "listen" | "publish">;
  readonly names: Names;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds on a clock that does not jump. */
  readonly elapsed: () => number;
}

/** Nothing is kept in memory that another relay may change: what holds is what the store says at the moment. */
export class Access {
  readonly news: WorkshopNews;
  readonly workshops: Workshops;
  readonly invites: Invites;
  readonly seats: Seats;
  readonly tables: Tables;
  readonly steps: Steps;
  readonly joining: Joining;

  constructor({ store, bus, names, now, elapsed }: AccessParts) {
    const codes = new Codes(store);
    this.news = new WorkshopNews(bus);
    this.workshops = new Workshops(store);
    this.invites = new Invites(store, codes, now);
    this.seats = new Seats({ store, news: this.news, now });
    this.tables = new Tables(store, this.seats);
    this.steps = new Steps(store, this.news, now);
    this.joining = new Joining({
      workshops: this.workshops,
      codes,
      invites: this.invites,
      seats: this.seats,
      tables: this.tables,
      limits: new JoinLimits(elapsed),
      names,
      now,
    });
  }
}
