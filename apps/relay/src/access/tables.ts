/**
 * Which tables a workshop has, as who runs it says, and where people sit whom nobody has given one. The relay cannot read
 * it off the plan: it knows documents by their form only.
 */
import { NO_TABLE, type SeatAnswer, type SeatRole, sitsAtOneTable, sitsAtTable } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "./records.ts";
import { Refused } from "./refused.ts";
import type { Holder, Place, Seats, Settled } from "./seats.ts";

const ToldTables = z.object({ tables: z.array(z.string()) });

/** At none, and free to say at which. */
const UNPLACED = { table: NO_TABLE, mayChooseTable: true } as const;

export class Tables {
  readonly #told: Records<z.infer<typeof ToldTables>>;
  readonly #seats: Seats;

  constructor(store: RecordStore, seats: Seats) {
    this.#told = new Records(store, "tables", ToldTables);
    this.#seats = seats;
  }

  /** These are the tables from now on. */
  async tell(workshop: string, tables: readonly string[]): Promise<void> {
    const { before } = await this.#told.change(workshop, "", () => ({ tables: [...tables] }));
    if (tables.length < 2) return;
    // Who came while there was one table sits at it, and who leads it leads that one.
    const only = before?.tables.length === 1 ? before.tables.find((table) => tables.includes(table)) : undefined;
    await this.#seats.settleAll(workshop, ({ role, table }) => {
      if (table !== null || !sitsAtTable({ role })) return {};
      if (only !== undefined) return { table: only };
      return sitsAtOneTable({ role }) ? UNPLACED : {};
    });
  }

  /** The place of who comes by an invite that names no table. */
  async openPlace(workshop: string, role: SeatRole): Promise<Pick<Place, "table"> & Settled> {
    return sitsAtTable({ role }) && (await this.#areSeveral(workshop)) ? UNPLACED : { table: null };
  }

  /** A facilitator gives somebody another role or table. */
  async change(holder: Holder, to: Partial<Place>) {
    const areSeveral = await this.#areSeveral(holder.workshop);
    return this.#seats.change(holder, to, ({ role, table }) =>
      areSeveral && table === null && sitsAtOneTable({ role }) ? UNPLACED : {},
    );
  }

  /** Somebody says where they sit. @throws Refused when there is no such table, or they have a place already */
  async sit(holder: Holder, table: string, token: Pick<SeatAnswer, "token" | "expires">): Promise<SeatAnswer> {
    const told = await this.#told.read(holder.workshop, "");
    if (!told?.tables.includes(table)) throw new Refused(404, "There is no such table. Look at the list of tables.");
    return this.#seats.sit(holder, table, token);
  }

  async #areSeveral(workshop: string): Promise<boolean> {
    return ((await this.#told.read(workshop, ""))?.tables.length ?? 0) > 1;
  }
}
