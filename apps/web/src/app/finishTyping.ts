/**
 * Words are written when their field is left. A page that is reloaded or closed, or a phone that puts it away, leaves
 * no field: so the field is left for it, while there is still time to store what was typed.
 */
export function finishTypingWithThePage(): void {
  // Before the listeners of the replica, which store what is queued: those wait on the window, behind this one.
  window.addEventListener("pagehide", finishTyping, { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") finishTyping();
  });
}

/** Leaves the field that somebody is typing in, so that its words are written. */
export function finishTyping(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** `true` while a field has the keyboard. */
export function isTyping(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLElement && (field.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(field.tagName));
}
