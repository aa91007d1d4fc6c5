/** One journey on React Flow: the paper behind, cards and touchpoints as nodes, the strips and the editor above. */
import { type LayoutFrame, openLayout } from "@sameside/layout";
import type { Id, LaneKind } from "@sameside/model";
import { ViewportPortal } from "@xyflow/react";
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cardOf, DRAFT_ID, previewed } from "../journey/editing.ts";
import { useShownCurve } from "../journey/feelingView.ts";
import { cardLook } from "../journey/kindLook.ts";
import { isFrameShut } from "../journey/locked.ts";
import type { CellPlace } from "../journey/places.ts";
import { useEditing } from "../journey/useEditing.ts";
import { toggled, usePicked, useSayPicked } from "../journey/usePicked.ts";
import { useWheel } from "../ui/wheel.ts";
import { useWords } from "../words/words.ts";
import { AddCardHere, AddTouchpoints } from "./Affordances.tsx";
import { CanvasMenu, useCanvasMenu } from "./CanvasMenu.tsx";
import type { CanvasProps } from "./contract.ts";
import { FeelingAxis } from "./curve/FeelingAxis.tsx";
import { Feelings } from "./curve/Feelings.tsx";
import { EmptyJourney } from "./EmptyJourney.tsx";
import { FarCards } from "./far/FarCards.tsx";
import { MAX_ZOOM, MIN_ZOOM, useFlow, useViewMoves } from "./flowStore.ts";
import { DEAD_ZONE } from "./hand/deadZone.ts";
import { type Desk, openNewLane, pressPaper } from "./hand/gestures.ts";
import { HandSign } from "./hand/HandSign.tsx";
import { useDrag } from "./hand/useDrag.ts";
import { useFingers } from "./hand/useFingers.ts";
import { useFrameDrag } from "./hand/useFrameDrag.ts";
import { useMarquee } from "./hand/useMarquee.ts";
import { drawnAt, usePaperPointer } from "./hand/usePaperPointer.ts";
import { useSpaceHeld } from "./hand/useSpaceHeld.ts";
import { InPlaceEditor } from "./InPlaceEditor.tsx";
import { useCanvasClipboard } from "./keys/useCanvasClipboard.ts";
import { useFocusKeeper } from "./keys/useFocusKeeper.ts";
import { useFocusReveal } from "./keys/useFocusReveal.ts";
import { useKeys } from "./keys/useKeys.ts";
import { useMeasure } from "./measure.ts";
import { Minimap } from "./minimap/Minimap.tsx";
import { openMounting } from "./nodes/mounting.ts";
import type { CanvasNode, Scene } from "./nodes/projection.ts";
import { Things } from "./nodes/Things.tsx";
import { OthersLayer } from "./others/OthersLayer.tsx";
import { useTellOthers } from "./others/useTellOthers.ts";
import { FoldedStrips } from "./sheet/Folded.tsx";
import { openJourneyFrame, openLayoutFrame, openShowingFrame } from "./sheet/frame.ts";
import { LaneLabels } from "./sheet/LaneLabels.tsx";
import { PhaseHeaders } from "./sheet/PhaseHeaders.tsx";
import { Pinned } from "./sheet/Pinned.tsx";
import { Sheet } from "./sheet/Sheet.tsx";
import { usePins } from "./sheet/usePins.ts";
import { openTyped } from "./typed.ts";
import { useCanvasHandle } from "./useCanvasHandle.ts";
import { firstView, type Size, useStickyStrips, useViewActs } from "./view/useCanvasView.ts";
import { useLinkedView } from "./view/useLinkedView.ts";
import { useSheetView } from "./view/useSheetView.ts";

type Props = CanvasProps & {
  /** The canvas's size when it opened; the first view is made for it. */
  readonly size: Size;
};

/** The mouse buttons that move the sheet: the middle one, and with the hand or Space the left one too. */
const PAN_BUTTONS = { choosing: [1], moving: [0, 1] };
/** How far the sheet can be pushed away, in layout units. */
const ROOM_AROUND = 1500;

export const Stage = memo(function Stage(stage: Props) {
  const { picked, pick, onSelect } = usePicked(stage);
  const props: CanvasProps = { ...stage, onSelect };
  const { board, by, run, editable, selection, onCursor, onZoom } = props;
  const words = useWords();
  useSayPicked(picked, words, stage.onSay);
  const root = useRef<HTMLDivElement>(null);
  const pins = usePins(useFlow());
  const { flow } = pins;
  const [active, setActive] = useState<CellPlace | null>(null);
  const focusLater = useRef<(id: Id) => void>(() => {});
  const editing = useEditing(
    props,
    useCallback((id: Id) => focusLater.current(id), []),
  );

  const measure = useMeasure();
  const typed = useMemo(() => openTyped(measure), [measure]);
  const written = typed.of(editing.editing);
  const journey = useMemo(() => previewed(props.journey, written, by), [props.journey, written, by]);
  // What only cards change is not drawn anew with every card.
  const frameOf = useMemo(openJourneyFrame, []);
  const frame = frameOf(journey);
  const curve = useShownCurve(frame, props.journeys);
  const layOut = useMemo(() => openLayout(measure), [measure]);
  const sheetView = useSheetView(props);
  const layout = useMemo(() => layOut(journey, curve, sheetView), [layOut, journey, curve, sheetView]);
  const layoutFrameOf = useMemo(openLayoutFrame, []);
  const layoutFrame = layoutFrameOf(layout);
  const showingFrameOf = useMemo(openShowingFrame, []);
  const showing = showingFrameOf(props.showing);
  const layoutNow = useRef(layout);
  const wheel = useWheel();
  const [isHand, setHand] = useState(false);
  const viewOnly = useViewActs(flow, layoutNow);
  const view = useMemo(() => ({ ...viewOnly, setHand }), [viewOnly]);
  useLinkedView(props, flow);
  const [opening] = useState(() => firstView(layout, stage.size));
  const [mounting] = useState(() => openMounting(opening, stage.size));
  useEffect(() => mounting.close, [mounting]);
  useViewMoves(mounting.look);
  const keepFocus = useFocusKeeper(root, view.reveal);
  const focus = useCallback(
    (id: Id) => {
      mounting.hold("focus", id);
      keepFocus(id);
    },
    [mounting, keepFocus],
  );
  const deskNow: Desk = { props, layout, editing, flow, picked, pick, active, setActive, focus };
  const desk = useRef(deskNow);
  // Before any effect reads them: what was just made is revealed by the layout that has it.
  useLayoutEffect(() => {
    layoutNow.current = layout;
    typed.follow(journey, layout);
    focusLater.current = focus;
    desk.current = deskNow;
  });

  const tellDrag = useTellOthers(props, { picked, editing: written }, { flow, layout: layoutNow, root });
  const { load, mark, cell, count, onDrag, onDrop, renew } = useDrag(desk, { flow, root, mounting, tell: tellDrag });
  const { hovered, pointer, handlers } = usePaperPointer(desk, flow, mounting, onCursor);
  const onFocus = useFocusReveal(layoutNow, view, mounting);
  useKeys(root, desk, view);
  useCanvasClipboard(desk, pointer, words);
  const { menu, close: closeMenu, openLaneKinds } = useCanvasMenu(root, desk);
  useCanvasHandle(props.ref, desk, view, openLaneKinds);
  const strips = useStickyStrips(layoutFrame);
  useEffect(() => onZoom?.(opening.zoom), [onZoom, opening]);
  useFingers(root, desk, flow);
  const target = editing.editing?.target;
  const edited = target && "id" in target ? target.id : undefined;
  const isSpaceHeld = useSpaceHeld(root);
  const movesSheet = isHand || isSpaceHeld;
  const movesSheetNow = useRef(movesSheet);
  useLayoutEffect(() => {
    movesSheetNow.current = movesSheet;
  });
  const marquee = useMarquee(desk, root, !movesSheet);
  const frameDrag = useFrameDrag(desk, !movesSheet);
  const draggable = editable && !movesSheet;
  const pickedIds = useMemo(() => new Set(picked.map(({ id }) => id)), [picked]);
  const scene = useMemo(
    (): Scene => ({ journey, layout, words, picked: pickedIds, edited, draggable }),
    [journey, layout, words, pickedIds, edited, draggable],
  );
  const extent = useMemo(() => extentOf(layoutFrame), [layoutFrame]);
  const flowWords = useMemo(
    () => ({
      "node.a11yDescription.default": words.canvas.nodeHelp,
      "node.a11yDescription.keyboardDisabled": words.canvas.nodeHelp,
      // There are no edges.
      "edge.a11yDescription.default": "",
    }),
    [words],
  );
  const onNodeOpen = useCallback((_: unknown, node: CanvasNode) => {
    desk.current.editing.open({ kind: node.type, id: node.id });
  }, []);
  const onNodePress = useCallback(({ shiftKey }: React.MouseEvent, node: CanvasNode) => {
    const thing = { kind: node.type, id: node.id };
    desk.current.pick(shiftKey ? toggled(desk.current.picked, thing) : [thing]);
  }, []);
  const onPaneClick = useCallback(
    ({ clientX, clientY, shiftKey }: React.MouseEvent) => {
      if (marquee.hasDrawn.current || isHand) return;
      const at = flow.toLayout({ x: clientX, y: clientY });
      const drawn = drawnAt(desk.current, mounting, at);
      if (drawn) desk.current.pick(shiftKey ? toggled(desk.current.picked, drawn) : [drawn]);
      else pressPaper(desk.current, at);
    },
    [marquee.hasDrawn, isHand, flow, mounting],
  );
  const onMoveStart = useCallback((event: unknown) => event && flow.leave(), [flow]);
  const onMoveEnd = useCallback((_: unknown, { zoom }: { zoom: number }) => onZoom?.(zoom), [onZoom]);
  const onAddLane = useCallback(
    (kind: LaneKind) => openNewLane(desk.current, kind, words.journey.laneKinds[kind]),
    [words],
  );

  // Titles, names and marks are not drawn anew when a card is chosen: they show whether they are.
  const marked = selection?.kind === "card" || selection?.kind === "touchpoint" ? null : selection;
  const feelings = useMemo(
    () => (
      <Feelings
        props={{ board, by, run, editable, selection: marked, onSelect }}
        journey={frame}
        layout={layoutFrame}
        toLayout={flow.toLayout}
        movesSheet={movesSheetNow}
      />
    ),
    [board, by, run, editable, marked, onSelect, frame, layoutFrame, flow],
  );

  const addPlace = hovered ?? active;
  const typedCard = editing.editing ? cardOf(journey, edited ?? DRAFT_ID) : undefined;
  const frameMark = frameDrag.drag?.mark;
  const strip = {
    ...{ layout: layoutFrame, journey: frame, selection: marked, onSelect },
    ...{ open: editing.open, dragging: frameDrag.drag?.thing.id },
    showing,
  };
  const frameEditable = editable && !isFrameShut(journey, by);
  const listeners = { ...handlers, onFocus, onPointerDown: marquee.onPointerDown };
  return (
    <div ref={root} className="canvas-stage" data-hand={isHand ? "" : undefined} {...listeners}>
      <Things
        scene={scene}
        mounting={mounting}
        onPlaced={renew}
        defaultViewport={opening}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        translateExtent={extent}
        // Selection, removal and keys are ours: React Flow must not do its own besides.
        elementsSelectable={false}
        nodesConnectable={false}
        ariaLabelConfig={flowWords}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        selectNodesOnDrag={false}
        nodeDragThreshold={DEAD_ZONE.mouse}
        // With Ctrl, and with two fingers, it zooms either way.
        panOnScroll={wheel === "pan"}
        panOnDrag={movesSheet ? PAN_BUTTONS.moving : PAN_BUTTONS.choosing}
        zoomOnDoubleClick={false}
        onNodeClick={onNodePress}
        onNodeDoubleClick={onNodeOpen}
        onNodeDragStart={onDrag}
        onNodeDrag={onDrag}
        onNodeDragStop={onDrop}
        onPaneClick={onPaneClick}
        onMoveStart={onMoveStart}
        onMoveEnd={onMoveEnd}
      />
      {/* Beside React Flow, which renders nothing when only these change. */}
      <ViewportPortal>
        <Sheet layout={layoutFrame} journey={frame} />
        <FarCards scene={scene} mounting={mounting} />
        {load ? <div ref={cell} className="canvas-drop-cell" hidden /> : null}
        {feelings}
        {editable ? <AddTouchpoints layout={layoutFrame} journey={frame} open={editing.open} /> : null}
        {editable && addPlace && !editing.editing && !load ? (
          <AddCardHere layout={layout} journey={journey} place={addPlace} open={editing.open} />
        ) : null}
        <FoldedStrips layout={layoutFrame} journey={frame} showing={showing} />
        <FeelingAxis ref={strips.axis} layout={layoutFrame} journey={frame} />
        <PhaseHeaders ref={strips.headers} {...strip} editable={frameEditable} handlers={frameDrag.strip} />
        <LaneLabels
          ref={strips.labels}
          {...strip}
          editable={frameEditable}
          handlers={frameDrag.strip}
          onAddLane={onAddLane}
          onAddLaneBefore={openLaneKinds}
        />
        <Pinned {...{ layout, journey, frame, pins, root, selection, onSelect, showing }} />
        {load ? <div ref={mark} className="canvas-drop-mark" hidden /> : null}
        {load && load.count > 1 ? (
          <div ref={count} className="canvas-in-hand" data-stack={load.isWhole ? undefined : ""} aria-hidden hidden>
            <span className="canvas-in-hand-count">{load.count}</span>
          </div>
        ) : null}
        {frameMark ? <div className="canvas-drop-mark" style={boxStyle(frameMark)} /> : null}
        <InPlaceEditor
          layout={layout}
          journey={props.journey}
          controls={editing}
          cardClass={typedCard ? `canvas-card ${cardLook(typedCard)}` : ""}
          reveal={view.revealRect}
        />
      </ViewportPortal>
      {journey.phases.length === 0 ? (
        <EmptyJourney editable={editable} onStart={() => editing.open({ kind: "new-phase" })} />
      ) : null}
      <OthersLayer others={props.others} journey={props.journey} layout={layout} />
      {marquee.rect ? <div className="canvas-marquee" style={boxStyle(marquee.rect)} /> : null}
      <Minimap journey={frame} layout={layout} flow={flow} root={root} onFit={view.fit} />
      {isHand ? <HandSign onLeave={() => setHand(false)} /> : null}
      {menu ? (
        <CanvasMenu desk={deskNow} menu={menu} onClose={closeMenu} onLaneKinds={openLaneKinds} onZoomTo={view.fitTo} />
      ) : null}
    </div>
  );
});

function extentOf({ width, height }: LayoutFrame): [[number, number], [number, number]] {
  return [
    [-ROOM_AROUND, -ROOM_AROUND],
    [width + ROOM_AROUND, height + ROOM_AROUND],
  ];
}

function boxStyle({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { left: x, top: y, width, height };
}
