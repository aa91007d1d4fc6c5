/**
 * react-aria speaks a few words of its own (the hidden "dismiss" button of a menu). They come from our catalogue by
 * the road that react-aria gives for it: a table on the window, read when a component is first shown.
 */
/** Under react-aria's own keys; a function gets what the sentence speaks of. */
type OwnKeys = Readonly<Record<string, string | ((about: never) => string)>>;

export interface AriaWords {
  readonly dismiss: string;
  readonly longPress: string;
  readonly selectPlaceholder: string;
  /** A list that is looked through by typing. */
  readonly suggestions: string;
  readonly numberField: OwnKeys;
  readonly spinButton: OwnKeys;
  readonly grid: OwnKeys;
  readonly drag: OwnKeys;
}

/** Call once, before anything of react-aria is rendered. */
export function giveAriaWords(words: AriaWords): void {
  const table = {
    "@react-aria/overlays": { dismiss: words.dismiss },
    "@react-aria/menu": { longPressMessage: words.longPress },
    "@react-aria/numberfield": words.numberField,
    "@react-aria/spinbutton": words.spinButton,
    "@react-aria/grid": words.grid,
    "@react-aria/dnd": words.drag,
    "@react-aria/autocomplete": { collectionLabel: words.suggestions },
    "react-aria-components": { selectPlaceholder: words.selectPlaceholder },
  };
  const page: Record<symbol, unknown> = window as unknown as Record<symbol, unknown>;
  page[Symbol.for("react-aria.i18n.locale")] = "en-US";
  page[Symbol.for("react-aria.i18n.strings")] = table;
}
