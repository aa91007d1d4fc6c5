/** One journey on React Flow: the paper behind, cards and touchpoints as nodes, the strips and the editor above. */
import { emotionCurve } from "@sameside/insights";
import { type JourneyLayout, layoutJourney } from "@sameside/layout";
import type { Id, LaneKind } from "@sameside/model";
import { type NodeTypes, ReactFlow, ViewportPortal } from "@xyflow/react";
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cardOf, DRAFT_ID, previewed } from "../journey/editing.ts";
import { cardLook } from "../journey/kindLook.ts";
import { isFrameShut } from "../journey/locked.ts";
import type { CellPlace } from "../journey/places.ts";
import { useEditing } from "../journey/useEditing.ts";
import { useWheel } from "../ui/wheel.ts";
import { useWords } from "../words/words.ts";
import { AddCardHere, AddTouchpoints } from "./Affordances.tsx";
import { CanvasMenu, useCanvasMenu } from "./CanvasMenu.tsx";
import type { CanvasProps } from "./contract.ts";
import { FeelingAxis } from "./curve/FeelingAxis.tsx";
import { Feelings } from "./curve/Feelings.tsx";
import { DEAD_ZONE } from "./deadZone.ts";
import { EmptyJourney } from "./EmptyJourney.tsx";
import { FoldedStrips } from "./Folded.tsx";
import { MAX_ZOOM, MIN_ZOOM, useFlow } from "./flowStore.ts";
import { type Desk, openNewLane, pressPaper } from "./gestures.ts";
import { HandSign } from "./HandSign.tsx";
import { InPlaceEditor } from "./InPlaceEditor.tsx";
import { LaneLabels } from "./LaneLabels.tsx";
import { useMeasure } from "./measure.ts";
import { CardNode } from "./nodes/CardNode.tsx";
import { TouchpointNode } from "./nodes/TouchpointNode.tsx";
import { PhaseHeaders } from "./PhaseHeaders.tsx";
import { Pinned } from "./Pinned.tsx";
import { type CanvasNode, openProjection } from "./projection.ts";
import { Sheet } from "./Sheet.tsx";
import { useCanvasHandle } from "./useCanvasHandle.ts";
import { firstView, type Size, useStickyStrips, useViewActs } from "./useCanvasView.ts";
import { useClipboard } from "./useClipboard.ts";
import { useDrag } from "./useDrag.ts";
import { useFocusKeeper } from "./useFocusKeeper.ts";
import { useFocusReveal } from "./useFocusReveal.ts";
import { useFrameDrag } from "./useFrameDrag.ts";
import { useKeys } from "./useKeys.ts";
import { useLinkedView } from "./useLinkedView.ts";
import { useMarquee } from "./useMarquee.ts";
import { usePaperPointer } from "./usePaperPointer.ts";
import { toggled, usePicked, useSayPicked } from "./usePicked.ts";
import { usePins } from "./usePins.ts";
import { useSheetView } from "./useSheetView.ts";
import { useSpaceHeld } from "./useSpaceHeld.ts";

type Props = Omit<CanvasProps, "others"> & {
  /** The canvas's size when it opened; the first view is made for it. */
  readonly size: Size;
};

const NODE_TYPES: NodeTypes = { card: CardNode, touchpoint: TouchpointNode };
/** The canvas has no edges; one array, so that React Flow sees no change. */
const NO_EDGES: [] = [];
/** More nodes than this are mounted only where the view is. */
const MAX_NODES_MOUNTED = 400;
/** The mouse buttons that move the sheet: the middle one, and with the hand the left one too. */
const PAN_BUTTONS = { choosing: [1], hand: [0, 1] };
/** How far the sheet can be pushed away, in layout units. */
const ROOM_AROUND = 1500;

export const Stage = memo(function Stage(stage: Props) {
  const { picked, pick, onSelect } = usePicked(stage);
  // The rest of the canvas takes the whole of its contract; others' pointers are drawn beside the stage.
  const props: CanvasProps = { ...stage, onSelect, others: [] };
  const { by, editable, selection, onCursor, onZoom } = props;
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

  const journey = useMemo(() => previewed(props.journey, editing.editing, by), [props.journey, editing.editing, by]);
  const measure = useMeasure();
  const curve = useMemo(() => emotionCurve(journey), [journey]);
  const sheetView = useSheetView(props);
  const layout = useMemo(
    () => layoutJourney(journey, curve, measure, undefined, sheetView),
    [journey, curve, measure, sheetView],
  );
  const layoutNow = useRef(layout);
  const wheel = useWheel();
  const [isHand, setHand] = useState(false);
  const viewOnly = useViewActs(flow, root, layoutNow);
  const view = useMemo(() => ({ ...viewOnly, setHand }), [viewOnly]);
  useLinkedView(props, flow);
  const focus = useFocusKeeper(root, view.reveal);
  const deskNow: Desk = { props, layout, editing, flow, picked, pick, active, setActive, focus };
  const desk = useRef(deskNow);
  // Before any effect reads them: what was just made is revealed by the layout that has it.
  useLayoutEffect(() => {
    layoutNow.current = layout;
    focusLater.current = focus;
    desk.current = deskNow;
  });

  const { drag, onDrag, onDrop } = useDrag(desk, flow);
  const { hovered, pointer, handlers } = usePaperPointer(desk, flow, onCursor);
  const onFocus = useFocusReveal(layoutNow, view);
  useKeys(root, desk, view);
  useClipboard(desk, pointer, words);
  const { menu, close: closeMenu, openLaneKinds } = useCanvasMenu(root, desk);
  useCanvasHandle(props.ref, desk, view);
  const strips = useStickyStrips(layout, root);
  const [opening] = useState(() => firstView(layout, stage.size));
  useEffect(() => onZoom?.(opening.zoom), [onZoom, opening]);
  const isTouch = useMemo(() => matchMedia("(pointer: coarse)").matches, []);
  const project = useMemo(openProjection, []);
  const target = editing.editing?.target;
  const edited = target && "id" in target ? target.id : undefined;
  const isSpaceHeld = useSpaceHeld(root);
  const movesSheet = isHand || isSpaceHeld;
  const marquee = useMarquee(desk, root, !movesSheet);
  const frameDrag = useFrameDrag(desk, !movesSheet);
  const draggable = !editable || movesSheet ? "none" : isTouch ? "selected" : "all";
  const pickedIds = useMemo(() => new Set(picked.map(({ id }) => id)), [picked]);
  const nodes = useMemo(
    () => project({ journey, layout, words, picked: pickedIds, edited, dragged: drag ?? undefined, draggable }),
    [project, journey, layout, words, pickedIds, edited, drag, draggable],
  );
  const extent = useMemo(() => extentOf(layout), [layout]);
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
  const onAddLane = useCallback(
    (kind: LaneKind) => openNewLane(desk.current, kind, words.journey.laneKinds[kind]),
    [words],
  );

  const addPlace = hovered ?? active;
  const typedCard = cardOf(journey, edited ?? DRAFT_ID);
  const strip = {
    layout,
    journey,
    selection,
    onSelect,
    open: editing.open,
    dragging: frameDrag.drag?.thing.id,
    showing: props.showing,
  };
  const frameEditable = editable && !isFrameShut(journey, by);
  const mark = drag?.mark ?? frameDrag.drag?.mark;
  return (
    <div
      ref={root}
      className="canvas-stage"
      data-hand={isHand ? "" : undefined}
      data-copying={drag?.isCopy ? "" : undefined}
      onPointerDown={marquee.onPointerDown}
    >
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        defaultViewport={opening}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        translateExtent={extent}
        onlyRenderVisibleElements={nodes.length > MAX_NODES_MOUNTED}
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
        nodeDragThreshold={isTouch ? DEAD_ZONE.touch : DEAD_ZONE.mouse}
        // With Ctrl, and with two fingers, it zooms either way.
        panOnScroll={wheel === "pan"}
        panOnDrag={isHand ? PAN_BUTTONS.hand : PAN_BUTTONS.choosing}
        {...handlers}
        onFocus={onFocus}
        zoomOnDoubleClick={false}
        onNodeClick={onNodePress}
        onNodeDoubleClick={onNodeOpen}
        onNodeDragStart={onDrag}
        onNodeDrag={onDrag}
        onNodeDragStop={onDrop}
        onPaneClick={(event) => {
          if (marquee.hasDrawn.current || isHand) return;
          pressPaper(desk.current, flow.toLayout({ x: event.clientX, y: event.clientY }));
        }}
        onMoveEnd={(_, { zoom }) => onZoom?.(zoom)}
      >
        <ViewportPortal>
          <Sheet layout={layout} journey={journey} />
          {drag?.cell ? <div className="canvas-drop-cell" style={boxStyle(drag.cell)} /> : null}
          <Feelings props={props} journey={journey} layout={layout} toLayout={flow.toLayout} />
          {editable ? <AddTouchpoints layout={layout} journey={journey} open={editing.open} /> : null}
          {editable && addPlace && !editing.editing && !drag ? (
            <AddCardHere layout={layout} journey={journey} place={addPlace} open={editing.open} />
          ) : null}
          <FoldedStrips layout={layout} journey={journey} showing={props.showing} />
          <FeelingAxis ref={strips.axis} layout={layout} />
          <PhaseHeaders ref={strips.headers} {...strip} editable={frameEditable} handlers={frameDrag.strip} />
          <LaneLabels
            ref={strips.labels}
            {...strip}
            editable={frameEditable}
            handlers={frameDrag.strip}
            onAddLane={onAddLane}
            onAddLaneBefore={openLaneKinds}
          />
          <Pinned {...{ layout, journey, pins, root, selection, onSelect }} showing={props.showing} />
          {mark ? <div className="canvas-drop-mark" style={boxStyle(mark)} /> : null}
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
      </ReactFlow>
      {marquee.rect ? <div className="canvas-marquee" style={boxStyle(marquee.rect)} /> : null}
      {isHand ? <HandSign onLeave={() => setHand(false)} /> : null}
      {menu ? <CanvasMenu desk={deskNow} menu={menu} onClose={closeMenu} onLaneKinds={openLaneKinds} /> : null}
    </div>
  );
});

function extentOf({ width, height }: JourneyLayout): [[number, number], [number, number]] {
  return [
    [-ROOM_AROUND, -ROOM_AROUND],
    [width + ROOM_AROUND, height + ROOM_AROUND],
  ];
}

function boxStyle({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { left: x, top: y, width, height };
}
