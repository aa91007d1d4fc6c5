/** Functions that stay the same ones, for a part of a page that is not drawn anew with the page round it. */
import { useLayoutEffect, useRef, useState } from "react";

type Acts = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Each does what the function of its name in the last rendering does; which names there are never changes. */
export function useSteady<A extends Acts>(acts: A): A {
  const latest = useRef<Acts>(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const [steady] = useState(() => {
    const names = Object.keys(acts);
    return Object.fromEntries(names.map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]));
  });
  return steady as A;
}
