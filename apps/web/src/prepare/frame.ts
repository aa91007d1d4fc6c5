/** What the page of who prepares a workshop asks of the app around it. */
export interface PrepareFrame {
  readonly home: () => void;
  /** Goes to the board of a table. */
  readonly openBoard: (group: string) => void;
  /** Goes to the page of who runs the day. */
  readonly openRoom: () => void;
  /** The board that was open last on this device: the one of a workshop without tables. */
  readonly firstBoard: string;
  /** The address of this page with a section before one's eyes. */
  readonly addressOf: (section: string) => string;
  /** Brings a section before one's eyes; `undefined` folds what is open. The way back does not lead through it. */
  readonly show: (section: string | undefined) => void;
  /** Makes the board of a table that was added, and brings it to the relay. Rejects with a sentence. */
  readonly makeBoard: (group: string, table: string) => Promise<void>;
  /** As the workshop is called on this device. */
  readonly title: string;
  /** `true` for who may write the plan. */
  readonly runsIt: boolean;
}
