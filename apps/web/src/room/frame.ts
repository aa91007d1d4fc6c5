/** What the page of who runs the day asks of the app around it. */
export interface RoomFrame {
  readonly home: () => void;
  readonly prepare: () => void;
  /** Goes to the board of a table. */
  readonly openBoard: (group: string) => void;
  /** As the workshop is called on this device. */
  readonly title: string;
  readonly isShared: boolean;
}
