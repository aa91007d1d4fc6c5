/** What every scenario is and answers. */
import type { Contender, ContenderName } from "./servers/contenders.ts";

/** Figure → number, or a word where there is no number. The unit stands in the name. */
export type Figures = Readonly<Record<string, number | string>>;

export interface Settings {
  /** A smoke run: everything is small and short, and the figures mean nothing. */
  readonly quick: boolean;
  /** How often our relay is killed in S5. */
  readonly kills: number;
}

/** One row of work, measured for one server after the other. */
export interface Scenario {
  /** What `--only` calls it. */
  readonly id: string;
  readonly title: string;
  /** Whom it is measured for. */
  readonly servers: readonly ContenderName[];
  /** Starts what it needs and ends it. @throws Error when the server cannot be measured at all */
  run(contender: Contender, settings: Settings): Promise<Figures>;
}

export const SERVER_CPU = "server CPU, % of a core";
export const BUSIEST_CPU = "busiest server, % of a core";
export const CPU_PER_DELIVERY = "µs CPU per delivery";
export const DELIVERIES = "deliveries per s";
export const EDIT_P50 = "edit p50 ms";
export const EDIT_P99 = "edit p99 ms";
export const ACK_P50 = "acknowledged p50 ms";
export const DELIVERED = "edits delivered, %";
export const CONVERGED = "documents that converged, %";
export const FOREIGN_CPU = "foreign CPU, % of machine";
