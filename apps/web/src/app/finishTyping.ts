/**
 * Words are written when their field is left. A page that is reloaded or closed, or a phone that puts it away, leaves
 * no field: so the field is left for it, while there is still time to store what was typed.
 */
export function finishTypingWithThePage(): void {
  const leave = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  // Before the listeners of the replica, which store what is queued: those wait on the window, behind this one.
  window.addEventListener("pagehide", leave, { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
}
