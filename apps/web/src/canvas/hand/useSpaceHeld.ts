/** While Space is held a drag moves the sheet, also where it begins on a card. */
import { type RefObject, useEffect, useState } from "react";
import { isElsewhere, isField } from "../../journey/keys.ts";

export function useSpaceHeld(root: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === " " && !isElsewhere(event.target, root.current) && !isField(event.target)) setHeld(true);
    };
    const release = (event: KeyboardEvent) => {
      if (event.key === " ") setHeld(false);
    };
    // The key may be let go in another window.
    const leave = () => setHeld(false);
    // Before what has the keyboard, which may keep the key for itself.
    document.addEventListener("keydown", press, true);
    document.addEventListener("keyup", release);
    window.addEventListener("blur", leave);
    return () => {
      document.removeEventListener("keydown", press, true);
      document.removeEventListener("keyup", release);
      window.removeEventListener("blur", leave);
    };
  }, [root]);
  return isHeld;
}
