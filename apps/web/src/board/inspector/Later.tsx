/** What stands below the first things of a panel: drawn behind the frame that shows those, and not at all when something else is chosen before. */
import { type ReactNode, useDeferredValue } from "react";

export function Later({ children }: { readonly children: ReactNode }) {
  const isDue = useDeferredValue(true, false);
  return isDue ? children : null;
}
