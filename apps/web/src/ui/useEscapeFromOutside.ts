/** For a moment while an overlay opens the keyboard is not in it yet. */
import { useEffectEvent, useLayoutEffect } from "react";

/** Esc closes an overlay also while the keyboard is still where it was before; nothing else hears that key then. */
export function useEscapeFromOutside(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isInside =
        event.target instanceof Element && event.target.closest("[role=dialog], [role=menu], [role=listbox]");
      if (event.key !== "Escape" || isInside) return;
      event.stopPropagation();
      close();
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
}
