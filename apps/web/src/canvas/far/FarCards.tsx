/** What a large journey shows where its cards are no elements: seen from afar, or while the view zooms. */
import { type CardBox, TILE, type TileRange, type TouchpointBox, tileRange } from "@sameside/layout";
import type { CardView, TouchpointView } from "@sameside/model";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useGuide } from "../../journey/LaneGuide.tsx";
import { hearColours } from "../../ui/theme.ts";
import { useViewMoves, type View } from "../flowStore.ts";
import { openLines } from "../measure.ts";
import { areaOf, type Mounting } from "../nodes/mounting.ts";
import type { Scene } from "../nodes/projection.ts";
import { boxOf, openHolders, thingIn } from "../nodes/things.ts";
import type { Size } from "../view/useCanvasView.ts";
import { type Bitmaps, type Draw, openBitmaps } from "./bitmaps.ts";
import { drawThing, type Pen } from "./drawThing.ts";
import { type Palette, readPalette } from "./palette.ts";

interface Props {
  readonly scene: Scene;
  readonly mounting: Mounting;
}

/** Smaller than this (pixels for one layout unit), words are bars. */
const MIN_READABLE = 0.5;

export const FarCards = memo(function FarCards({ scene, mounting }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const bitmaps = useRef<Bitmaps>(undefined);
  const seen = useRef<{ readonly view: View; readonly size: Size }>(undefined);
  const palette = usePalette(layer, useGuide().aside);
  const holders = useMemo(openHolders, []);
  const linesOf = useMemo(openLines, []);
  const draw = useMemo(
    () => drawScene(scene, mounting, holders, linesOf, palette),
    [scene, mounting, holders, linesOf, palette],
  );
  const drawNow = useRef(draw);
  const request = useRef(0);

  const show = useCallback(() => {
    request.current = 0;
    if (!layer.current || !seen.current) return;
    bitmaps.current ??= openBitmaps(layer.current);
    if (!mounting.isShort()) {
      bitmaps.current.clear();
      return;
    }
    const { view, size } = seen.current;
    const range = tileRange(areaOf(view, size, TILE));
    const isToStay = mounting.isFar() && !mounting.isZooming();
    const isDone = bitmaps.current.show(range, view.zoom * devicePixelRatio, drawNow.current(), isToStay);
    if (!isDone && request.current === 0) request.current = requestAnimationFrame(show);
  }, [mounting]);
  useViewMoves(
    useCallback(
      (view: View, size: Size) => {
        seen.current = { view, size };
        if (mounting.isLarge()) show();
      },
      [mounting, show],
    ),
  );
  useEffect(() => {
    drawNow.current = draw;
    if (mounting.isShort()) show();
  }, [draw, mounting, show]);
  useEffect(() => mounting.subscribe(show), [mounting, show]);
  useEffect(() => () => cancelAnimationFrame(request.current), []);
  // The same stands in the table and the outline, which are for reading.
  return <div ref={layer} className="canvas-far" aria-hidden />;
});

/** The palette of the theme and of the lanes left aside; read only when something is drawn. */
function usePalette(place: React.RefObject<HTMLElement | null>, aside: string): () => Palette | undefined {
  const [theme, setTheme] = useState(0);
  useEffect(() => hearColours(() => setTheme((count) => count + 1)), []);
  return useMemo(() => {
    let palette: Palette | undefined;
    return () => {
      // Named, so that another theme, or other lanes, make another palette.
      void theme;
      void aside;
      palette ??= place.current ? readPalette(place.current) : undefined;
      return palette;
    };
  }, [theme, aside, place]);
}

type Source = readonly [thing: CardView | TouchpointView, box: CardBox | TouchpointBox, isPicked: boolean];

/** One drawing of a scene, made when it is first needed. */
function drawScene(
  scene: Scene,
  { tiles }: Mounting,
  holders: ReturnType<typeof openHolders>,
  linesOf: Pen["linesOf"],
  palette: () => Palette | undefined,
): () => Draw {
  const { journey, layout, picked, edited, words } = scene;
  const thingsIn = (range: TileRange): Source[] => {
    const placeOf = holders(journey);
    return [...tiles.idsIn(range)].flatMap((id): Source[] => {
      const box = id === edited ? undefined : boxOf(layout, id);
      const place = box && placeOf(id, box);
      const thing = place && thingIn(place, id, box);
      return thing ? [[thing, box, picked.has(id)]] : [];
    });
  };
  let draw: Draw | undefined;
  return () => {
    draw ??= {
      sources: (range) => [palette(), ...thingsIn(range).flat()],
      paint(context, range, scale) {
        const colours = palette();
        if (!colours) return;
        const isReadable = scale >= MIN_READABLE;
        const pen = { context, palette: colours, isReadable, linesOf, emptied: words.withdrawal.emptied };
        for (const [thing, box, isPicked] of thingsIn(range)) drawThing(pen, thing, box, isPicked);
      },
    };
    return draw;
  };
}
