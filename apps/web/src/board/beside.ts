/** Which other maps of this board stand beside the one that is worked on, and how. Each device's own. */
import type { Id } from "@sameside/model";
import { useCallback, useMemo, useState } from "react";
import type { MenuAction } from "../ui/Menu.tsx";
import { recall, remember } from "../ui/remembered.ts";
import type { Words } from "../words/words.ts";
import type { JourneyHead } from "./heads.ts";

const ARRANGEMENTS = ["stacked", "row"] as const;
type Arrangement = (typeof ARRANGEMENTS)[number];

/** More maps at once are too small to be read. */
const MAX_BESIDE = 3;

export interface Beside {
  /** In the order in which they were chosen. */
  readonly maps: readonly Id[];
  readonly arrangement: Arrangement;
  /** Shows these maps beside each other; of too many the last ones. */
  readonly show: (maps: readonly Id[]) => void;
  readonly arrange: (arrangement: Arrangement) => void;
}

const KEY = "beside";

/** Nothing is beside the map when a board is opened; how it is arranged is what was chosen last. */
export function useBeside(): Beside {
  const [maps, setMaps] = useState<readonly Id[]>([]);
  const [arrangement, setArrangement] = useState<Arrangement>(() => (recall(KEY) === "row" ? "row" : "stacked"));
  const show = useCallback((next: readonly Id[]) => setMaps([...new Set(next)].slice(-MAX_BESIDE)), []);
  const arrange = useCallback((next: Arrangement) => {
    remember(KEY, next);
    setArrangement(next);
  }, []);
  return useMemo(() => ({ maps, arrangement, show, arrange }), [maps, arrangement, show, arrange]);
}

/** Which maps stand beside `journey`, and how, as a list to choose from. */
export function besideActs(
  { maps, arrangement, show, arrange }: Beside,
  journey: JourneyHead,
  journeys: readonly JourneyHead[],
  words: Words,
): readonly MenuAction[] {
  const say = words.views.beside;
  const others = journeys.filter(({ id }) => id !== journey.id);
  const isAny = others.some(({ id }) => maps.includes(id));
  return [
    ...others.map(({ id, title, variant, customerType }, index): MenuAction => {
      const isShown = maps.includes(id);
      return {
        id: `beside-${id}`,
        label: say.add(title || words.journey.untitled, words.journey.variants[variant], customerType),
        chosen: isShown,
        parted: index === 0,
        act: () => show(isShown ? maps.filter((each) => each !== id) : [...maps, id]),
      };
    }),
    ...(isAny
      ? ARRANGEMENTS.map((each, index): MenuAction => {
          return {
            id: `arrange-${each}`,
            label: say[each],
            chosen: each === arrangement,
            parted: index === 0,
            act: () => arrange(each),
          };
        })
      : []),
  ];
}
