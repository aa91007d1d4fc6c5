/**
 * Which way the map is shown. It stands in the address, so that a link opens it; where the address says nothing it is
 * what this device showed last, and at first what suits the width of the page.
 */
import { useCallback, useEffect, useState } from "react";
import { recall, remember } from "../ui/remembered.ts";

export const MAP_VIEWS = ["canvas", "table", "outline"] as const;
export type MapView = (typeof MAP_VIEWS)[number];

const KEY = "view";
/** Narrower than this, in CSS pixels, a sheet of columns is mostly out of sight: the outline reads from top to bottom. */
const NARROW = 700;

/** The view that is shown, and the address of each. */
export function useChosenView(): { readonly shown: MapView; readonly addressOf: (view: MapView) => string } {
  const [first] = useState<MapView>(() => viewAt(location.hash) ?? viewOnThisDevice());
  const [shown, setShown] = useState(first);
  useEffect(() => {
    // The way back leads to the view that the page was opened with, also where the address does not name it.
    const follow = () => setShown(viewAt(location.hash) ?? first);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [first]);
  useEffect(() => {
    // Only what somebody asked for: a first guess by the width is made anew in another window.
    if (viewAt(location.hash)) remember(KEY, shown);
  }, [shown]);
  const addressOf = useCallback((view: MapView) => addressAt(location.hash, view), []);
  return { shown, addressOf };
}

function viewAt(hash: string): MapView | undefined {
  return known(new URLSearchParams(hash.split("?")[1] ?? "").get("view"));
}

function addressAt(hash: string, view: MapView): string {
  const [path = "", query = ""] = hash.split("?");
  const asked = new URLSearchParams(query);
  asked.set("view", view);
  return `${path}?${asked}`;
}

function viewOnThisDevice(): MapView {
  return known(recall(KEY)) ?? (window.innerWidth < NARROW ? "outline" : "canvas");
}

function known(name: string | null | undefined): MapView | undefined {
  return MAP_VIEWS.find((view) => view === name);
}
