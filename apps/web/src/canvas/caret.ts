/** The caret of the page, which is in a field or nowhere. */
import { isField } from "../journey/keys.ts";

/**
 * Takes the caret off the page, unless another field than `leaving` has it. Where a field was removed, or a text was
 * pressed that cannot be written in, the browser keeps one in a text beside it, unseen, and looks for its place again in
 * every frame in which something moves.
 */
export function putCaretAway(leaving?: Element): void {
  const { activeElement } = document;
  if (activeElement !== leaving && isField(activeElement)) return;
  const selection = document.getSelection();
  if (selection?.isCollapsed) selection.removeAllRanges();
}
