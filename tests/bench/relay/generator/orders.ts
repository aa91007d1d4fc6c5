/** What the bench tells the threads of its generator, and what they answer. Plain data. */
import type { Layout, SharedBoards } from "../layout.ts";
import type { FirstAnswersReport } from "./firstAnswers.ts";
import type { TallyReport } from "./tally.ts";
import type { TargetData } from "./target.ts";

export interface ThreadData {
  readonly target: TargetData;
  readonly layout: Layout;
  readonly boards: SharedBoards;
  /** Which of how many threads: client n belongs to thread n modulo their number. */
  readonly thread: number;
  readonly threads: number;
  /** The board that newcomers are to be answered with; absent = not looked at. */
  readonly expected?: Uint8Array | undefined;
}

export interface JoinReport {
  /** For each client that was answered: milliseconds from its first packet to the end of the first answer. */
  readonly syncMs: readonly number[];
  /** Clients that were never answered. */
  readonly failed: number;
  /** When the last client set out, and when the last one was answered. */
  readonly lastConnectAt: number;
  readonly lastSyncedAt: number;
}

export interface Load {
  /** Of all threads together. */
  readonly editsPerSecond: number;
  readonly cursorsPerSecond: number;
  /** Every client says every 15 s that it is still there. */
  readonly renews: boolean;
  readonly startsAt: number;
  readonly seconds: number;
}

export interface LoadReport {
  readonly edits: number;
  readonly presences: number;
  /** The longest the thread was kept from sending what was due, in milliseconds. */
  readonly lateMs: number;
}

export interface EditorReport {
  readonly client: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly echoed: number;
}

export interface ConfirmedReport {
  readonly editors: readonly EditorReport[];
  /** Number of the editor → the most edits of it that any other client of this thread has heard. */
  readonly seenByEditor: ReadonlyMap<number, number>;
}

export interface Orders {
  join: { readonly order: { readonly startsAt: number; readonly seconds: number }; readonly answer: JoinReport };
  /** Every editor makes its card. */
  begin: { readonly order: null; readonly answer: null };
  load: { readonly order: Load; readonly answer: LoadReport };
  /** Begins a new measurement. */
  clear: { readonly order: null; readonly answer: null };
  tally: { readonly order: null; readonly answer: TallyReport };
  missing: { readonly order: null; readonly answer: { readonly edits: number; readonly presences: number } };
  confirmed: { readonly order: null; readonly answer: ConfirmedReport };
  firstAnswers: { readonly order: null; readonly answer: FirstAnswersReport };
  leave: { readonly order: null; readonly answer: null };
}
export type OrderName = keyof Orders;

export interface OrderMessage {
  readonly name: OrderName;
  readonly order: unknown;
}
