/** While Space is held a drag moves the sheet, also where it begins on a card. */
import { type RefObject, useEffect, useState } from "react";
import { isElsewhere } from "../../journey/keys.ts";

export function useSpaceHeld(root: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === " " && !isElsewhere(event.target, root.current)) setHeld(true);
    };
    const release = (event: KeyboardEvent) => {
      if (event.key === " ") setHeld(false);
    };
    // The key may be let go in another window.
    const leave = () => setHeld(false);
    document.addEventListener("keydown", press);
    document.addEventListener("keyup", release);
    window.addEventListener("blur", leave);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("keyup", release);
      window.removeEventListener("blur", leave);
    };
  }, [root]);
  return isHeld;
}
