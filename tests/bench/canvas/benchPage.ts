/** What every page under test lets the bench see, and what runs inside it. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}
/** A point of the board is drawn at `point * zoom + (x, y)` of the window, in CSS pixels. */
export interface View extends Point {
  readonly zoom: number;
}

/** As our app opens a wide journey. */
export const FIRST_VIEW: View = { x: 16, y: 16, zoom: 13 / 14 };

/** A card as our layout places it, in layout units. */
export interface PlacedCard extends Rect {
  readonly key: string;
  readonly text: string;
  readonly lines: number;
  /** Classes of `card.css`. */
  readonly look: string;
}

/** A card where it is drawn at the moment, in CSS pixels of the window. */
export interface ShownCard {
  readonly key: string;
  readonly text: string;
  readonly rect: Rect;
}

/** `token` is the last word of `text` and stands nowhere else on the board. */
export interface EditOrder {
  readonly key: string;
  readonly text: string;
  readonly token: string;
}

export interface BenchPage {
  /** How many cards are drawn; 0 until there is something to see. */
  drawnCards(): number;
  /** `undefined` until there is one. */
  view(): View | undefined;
  /** The part of the window that the board has. */
  frame(): Rect;
  /** Cards that are wholly in the frame. */
  cardsOnScreen(): ShownCard[];
  /** Peers only; our app is used with the hand. Returns how many are selected. */
  select?(keys: readonly string[]): number;
  /** Peers only: changes a card's words as the peer tells for this kind of change. */
  reword?(order: EditOrder, by: "local" | "remote"): void;
}

/** When a token was asked for and when it could be seen, in milliseconds of this page's clock. */
export interface Painted {
  /** The last key press before it. */
  readonly key: number;
  /** The last message of a socket before it. */
  readonly message: number;
  /** When the page's own change began; remote changes of peers. */
  readonly order: number;
  readonly painted: number;
}

export interface Recorder {
  /** Milliseconds from navigation until so many cards were drawn. */
  drawn(cards: number): Promise<number>;
  /** From now on a change of the view is waited for … */
  expectMove(): void;
  /** … and was painted so many milliseconds after navigation. */
  moved(): Promise<number>;
  startFrames(): void;
  /** Milliseconds between frames. */
  stopFrames(): number[];
  /** Looks out for these words, in the DOM and on canvases, from now on; frames must be recorded. */
  watch(tokens: readonly string[]): void;
  /** What was seen; nothing is looked for any more. */
  stopWatching(): Record<string, Painted>;
  /** Milliseconds from each key press to the end of the frame that shows what it did. */
  typed(): number[];
  /** Lets the peer reword cards, one after the other, this far apart (ms). Resolves after the last one. */
  reword(orders: readonly EditOrder[], apart: number): Promise<void>;
  /** The next F9 rewords this card. */
  onKey(order: EditOrder): void;
}

declare global {
  interface Window {
    benchPage?: BenchPage;
    readonly recorder: Recorder;
  }
}
