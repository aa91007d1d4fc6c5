/** Shows a kept view, or the one that a link brings, and makes one of what is shown. */
import type { Id, JourneyView } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from "react";
import { useFeelingView } from "../journey/feelingView.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { keptChoice } from "./keptChoice.ts";
import { fitting, type SavedView, textOfView, viewFromText } from "./savedViews.ts";

type Place = NonNullable<SavedView["place"]>;

/** What of the page a view is about. */
export interface ViewDesk {
  readonly journey: JourneyView;
  readonly journeys: readonly JourneyView[];
  readonly shown: SavedView["as"];
  readonly addressOf: (view: SavedView["as"]) => string;
  readonly canvas: RefObject<{ place?(): Place; goTo?(place: Place): void } | null>;
  readonly beside: {
    readonly maps: readonly Id[];
    readonly arrangement: SavedView["arrangement"];
    readonly show: (maps: readonly Id[]) => void;
    readonly arrange: (arrangement: SavedView["arrangement"]) => void;
  };
  readonly onJourney: (id: Id) => void;
  readonly tell: Tell;
}

/** How a view stands in the address. */
const KEY = "shown";
/** The canvas of another map is drawn a frame or two later. */
const FRAMES_TO_WAIT = 30;

export function useSavedViews(desk: ViewDesk) {
  const { journey, journeys, shown, addressOf, canvas, beside, onJourney, tell } = desk;
  const say = useWords().views.saved;
  const feelings = useFeelingView();
  const goThere = useGoing(journey.id, shown, canvas);

  const show = (view: SavedView, told: string) => {
    const target = journeys.find(({ id }) => id === view.journey);
    if (!target) return tell({ tone: "problem", text: say.otherMap });
    const { choice, missing } = fitting(view, target);
    keptChoice(target.id).set(choice);
    const there = new Set(journeys.map(({ id }) => id));
    beside.show(view.beside.filter((id) => there.has(id) && id !== target.id));
    beside.arrange(view.arrangement);
    const { feelingsBeside: other } = view;
    if (other !== undefined && there.has(other)) feelings.choose({ shown: { beside: other }, gap: feelings.gap });
    else if (view.feelings) feelings.choose({ shown: view.feelings, gap: feelings.gap });
    if (target.id !== journey.id) onJourney(target.id);
    if (view.as !== shown) location.hash = addressOf(view.as);
    if (view.as === "canvas" && view.place) goThere(target.id, view.place);
    tell({ tone: "news", text: missing > 0 ? say.missing(missing) : told });
  };

  const take = useEffectEvent(() => {
    const text = takenFromAddress();
    if (text === undefined) return;
    const view = viewFromText(text);
    if (view) show(view, say.shownLink);
    else tell({ tone: "problem", text: say.badLink });
  });
  useEffect(() => {
    take();
    const hear = () => take();
    window.addEventListener("hashchange", hear);
    return () => window.removeEventListener("hashchange", hear);
  }, []);

  /** What is shown now. */
  const now = (): SavedView => {
    const place = shown === "canvas" ? canvas.current?.place?.() : undefined;
    return {
      journey: journey.id,
      as: shown,
      choice: keptChoice(journey.id).get(),
      beside: beside.maps.filter((id) => id !== journey.id),
      arrangement: beside.arrangement,
      ...(typeof feelings.shown === "string"
        ? { feelings: feelings.shown }
        : { feelings: "everybody", feelingsBeside: feelings.shown.beside }),
      ...(place && { place }),
    };
  };
  const linkOf = (view: SavedView): string => {
    const [path = "", query = ""] = addressOf(view.as).split("?");
    const asked = new URLSearchParams(query);
    asked.set(KEY, textOfView(view));
    return `${location.origin}${location.pathname}${path}?${asked}`;
  };
  return { show, now, linkOf };
}

/** The view in the address, which then no longer stands there: a reload shows what is chosen by then. */
function takenFromAddress(): string | undefined {
  const [path = "", query = ""] = location.hash.split("?");
  const asked = new URLSearchParams(query);
  const text = asked.get(KEY);
  if (text === null) return undefined;
  asked.delete(KEY);
  history.replaceState(history.state, "", asked.size > 0 ? `${path}?${asked}` : path);
  return text;
}

/** Brings the canvas to a place, as soon as it shows the map that the place is on. */
function useGoing(map: Id, shown: SavedView["as"], canvas: ViewDesk["canvas"]) {
  const [goal, setGoal] = useState<{ readonly map: Id; readonly place: Place } | null>(null);
  useEffect(() => {
    if (!goal || goal.map !== map || shown !== "canvas") return;
    let frames = 0;
    let frame = 0;
    const go = () => {
      if (canvas.current?.goTo) {
        canvas.current.goTo(goal.place);
        setGoal(null);
      } else if (frames++ < FRAMES_TO_WAIT) frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [goal, map, shown, canvas]);
  return useCallback((to: Id, place: Place) => setGoal({ map: to, place }), []);
}
