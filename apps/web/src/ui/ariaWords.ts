/**
 * react-aria speaks a few words of its own (the hidden "dismiss" button of a menu). They come from our catalogue by
 * the road that react-aria gives for it: a table on the window, read when a component is first shown.
 */
export interface AriaWords {
  readonly dismiss: string;
  readonly longPress: string;
  readonly selectPlaceholder: string;
  /** A list that is looked through by typing. */
  readonly suggestions: string;
}

/** Call once, before anything of react-aria is rendered. */
export function giveAriaWords(words: AriaWords): void {
  const table = {
    "@react-aria/overlays": { dismiss: words.dismiss },
    "@react-aria/menu": { longPressMessage: words.longPress },
    "@react-aria/autocomplete": { collectionLabel: words.suggestions },
    "react-aria-components": { selectPlaceholder: words.selectPlaceholder },
  };
  const page: Record<symbol, unknown> = window as unknown as Record<symbol, unknown>;
  page[Symbol.for("react-aria.i18n.locale")] = "en-US";
  page[Symbol.for("react-aria.i18n.strings")] = table;
}
