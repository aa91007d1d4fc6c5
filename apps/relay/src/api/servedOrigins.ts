/**
 * The origins under which this relay's own page was served. The records go with a backup: when it is restored under
 * another name, tabs that were opened under the old one may still bring what waits in them.
 */
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";

/** The one served longest ago goes first: a laptop that goes from network to network has few. */
const MAX_SERVED_ORIGINS = 50;
const MAX_ORIGIN_LENGTH = 300;
const KEY = "served";

export class ServedOrigins {
  readonly #records: Records<string[]>;
  readonly #log: (line: string) => void;
  #known: ReadonlySet<string> = new Set();

  constructor(store: RecordStore, log: (line: string) => void) {
    this.#records = new Records(store, "origins", z.array(z.string()));
    this.#log = log;
  }

  /** Reads what is kept; before, none is known. Rejects when the store cannot be read. */
  async load(): Promise<void> {
    this.#known = new Set(await this.#records.read("", KEY));
  }

  has(origin: string): boolean {
    return this.#known.has(origin);
  }

  /** Somebody has got in from the relay's own page at this origin. Never rejects: nobody stays outside for it. */
  async note(origin: string): Promise<void> {
    if (this.has(origin) || origin.length > MAX_ORIGIN_LENGTH) return;
    try {
      const { after } = await this.#records.change("", KEY, (old = []) =>
        old.includes(origin) ? old : [...old, origin].slice(-MAX_SERVED_ORIGINS),
      );
      this.#known = new Set(after);
    } catch (error) {
      this.#log(`An address of the relay was not noted: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }
}
