/** What the feeling lane shows on this device: whose feelings, and how far the two sides are apart. */
import { type CurveShown, type ShownPoint, shownCurve, toldAway } from "@sameside/insights";
import type { Id, JourneyView } from "@sameside/model";
import { createContext, use, useMemo } from "react";
import { type NamedScale, namedScale } from "./feelingWords.ts";

export interface FeelingChoice {
  /** Both sides apart, everybody as one, or everybody beside another journey of the board. */
  readonly shown: "sides" | "everybody" | { readonly beside: Id };
  readonly gap: boolean;
}

interface FeelingView extends FeelingChoice {
  /** A series is silent about a touchpoint that fewer people than this rated. */
  readonly fewest: number;
  readonly choose: (choice: FeelingChoice) => void;
}

export const FIRST_CHOICE: FeelingChoice = { shown: "sides", gap: false };

export const FeelingViewContext = createContext<FeelingView>({ ...FIRST_CHOICE, fewest: 1, choose: () => {} });

export function useFeelingView(): FeelingView {
  return use(FeelingViewContext);
}

/** The feelings of a journey as this device shows them. `journeys`: those of its board, where one may stand beside it. */
export function useShownCurve(journey: JourneyView, journeys: readonly JourneyView[]): readonly ShownPoint[] {
  const { shown, gap, fewest } = useFeelingView();
  const beside = typeof shown === "object" ? besideOf(shown.beside, journey, journeys) : undefined;
  const curve: CurveShown = typeof shown === "object" ? (beside ?? "everybody") : shown;
  return useMemo(() => shownCurve(journey, { shown: curve, gap, fewest }), [journey, curve, gap, fewest]);
}

/** The feelings of a journey as they are shown to a room, which is not the table's alone. */
export function useCurveForRoom(journey: JourneyView): readonly ShownPoint[] {
  const { shown, gap, fewest } = useFeelingView();
  const sides = shown === "sides" ? "sides" : "everybody";
  return useMemo(() => {
    const told = toldAway(journey, { shown: sides, gap });
    return shownCurve(journey, { ...told, fewest: Math.max(told.fewest, fewest) });
  }, [journey, sides, gap, fewest]);
}

/** The same object until the scale or its names change. */
export function useNamedScale({ scale, levelWords }: JourneyView): NamedScale {
  return useMemo(() => namedScale({ scale, levelWords }), [scale, levelWords]);
}

/** The journey that the shown one is compared with, while it is there. */
export function besideOf(id: Id, journey: JourneyView, journeys: readonly JourneyView[]): JourneyView | undefined {
  return id === journey.id ? undefined : journeys.find((other) => other.id === id);
}
