/** What the feeling lane shows on this device: whose feelings, and how far the two sides are apart. */
import { type CurveShown, type ShownPoint, shownCurve, toldAway } from "@sameside/insights";
import type { Id, JourneyView } from "@sameside/model";
import { createContext, use, useMemo } from "react";
import { useCustomerTypes } from "./customerTypes.ts";
import { type NamedScale, namedScale } from "./feelingWords.ts";

export interface FeelingChoice {
  /** Both sides apart, the types of customers apart, everybody as one, or everybody beside another journey of the board. */
  readonly shown: "sides" | "types" | "everybody" | { readonly beside: Id };
  readonly gap: boolean;
}

export interface FeelingView extends FeelingChoice {
  /** A series is silent about a touchpoint that fewer people than this rated. */
  readonly fewest: number;
  /** Of fewer than three people a feeling is told where each of them lets it be shown: these do, and who looks. */
  readonly mayShow: (person: Id) => boolean;
  /** The people who let it be shown, as an answer of theirs. */
  readonly shownBy: ReadonlySet<Id>;
  readonly choose: (choice: FeelingChoice) => void;
  /** Lets the own feelings be shown to the table, or no longer. */
  readonly showMine: (isShown: boolean) => void;
}

export const FIRST_CHOICE: FeelingChoice = { shown: "sides", gap: false };

const toNobody = () => {};
export const FeelingViewContext = createContext<FeelingView>({
  ...FIRST_CHOICE,
  fewest: 1,
  mayShow: () => true,
  shownBy: new Set(),
  choose: toNobody,
  showMine: toNobody,
});

export function useFeelingView(): FeelingView {
  return use(FeelingViewContext);
}

/** The feelings of a journey as this device shows them. `journeys`: those of its board, where one may stand beside it. */
export function useShownCurve(journey: JourneyView, journeys: readonly JourneyView[]): readonly ShownPoint[] {
  const { shown, gap, fewest, mayShow } = useFeelingView();
  const { placeOf: typeOf } = useCustomerTypes();
  const beside = typeof shown === "object" ? besideOf(shown.beside, journey, journeys) : undefined;
  const curve: CurveShown = typeof shown === "object" ? (beside ?? "everybody") : shown;
  return useMemo(
    () => shownCurve(journey, { shown: curve, gap, fewest, mayShow, typeOf }),
    [journey, curve, gap, fewest, mayShow, typeOf],
  );
}

/** The feelings of a journey as they are shown to a room, which is not the table's alone. */
export function useCurveForRoom(journey: JourneyView): readonly ShownPoint[] {
  const { shown, gap, fewest, mayShow } = useFeelingView();
  const { placeOf: typeOf } = useCustomerTypes();
  const apart = toldApart(shown);
  return useMemo(
    () => shownCurve(journey, toldAway(journey, { shown: apart, gap, fewest, mayShow, typeOf })),
    [journey, apart, gap, fewest, mayShow, typeOf],
  );
}

/** What of a choice can leave the table: another map stands beside this one on the screen alone. */
export function toldApart(shown: FeelingChoice["shown"]): Extract<FeelingChoice["shown"], string> {
  return typeof shown === "object" ? "everybody" : shown;
}

/** The same object until the scale or its names change. */
export function useNamedScale({ scale, levelWords }: JourneyView): NamedScale {
  return useMemo(() => namedScale({ scale, levelWords }), [scale, levelWords]);
}

/** The journey that the shown one is compared with, while it is there. */
export function besideOf(id: Id, journey: JourneyView, journeys: readonly JourneyView[]): JourneyView | undefined {
  return id === journey.id ? undefined : journeys.find((other) => other.id === id);
}
