/** One journey on React Flow: the paper behind, cards and touchpoints as nodes, the strips and the editor above. */
import { emotionCurve } from "@sameside/insights";
import { type JourneyLayout, layoutJourney } from "@sameside/layout";
import type { Id, LaneKind } from "@sameside/model";
import { type NodeTypes, ReactFlow, ViewportPortal } from "@xyflow/react";
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cardOf, DRAFT_ID, previewed } from "../journey/editing.ts";
import { cardLook } from "../journey/kindLook.ts";
import type { CellPlace } from "../journey/places.ts";
import { useEditing } from "../journey/useEditing.ts";
import { useWords } from "../words/words.ts";
import { AddCardHere, AddTouchpoints } from "./Affordances.tsx";
import type { CanvasProps } from "./contract.ts";
import { FeelingAxis } from "./curve/FeelingAxis.tsx";
import { Feelings } from "./curve/Feelings.tsx";
import { EmptyJourney } from "./EmptyJourney.tsx";
import { MAX_ZOOM, MIN_ZOOM, useFlow } from "./flowStore.ts";
import { type Desk, openNewLane, pressPaper } from "./gestures.ts";
import { InPlaceEditor } from "./InPlaceEditor.tsx";
import { LaneLabels } from "./LaneLabels.tsx";
import { useMeasure } from "./measure.ts";
import { CardNode } from "./nodes/CardNode.tsx";
import { TouchpointNode } from "./nodes/TouchpointNode.tsx";
import { PhaseHeaders } from "./PhaseHeaders.tsx";
import { type CanvasNode, openProjection } from "./projection.ts";
import { Sheet } from "./Sheet.tsx";
import { useCanvasHandle } from "./useCanvasHandle.ts";
import { firstView, type Size, useStickyStrips, useViewActs } from "./useCanvasView.ts";
import { useDrag } from "./useDrag.ts";
import { useFocusKeeper } from "./useFocusKeeper.ts";
import { useFocusReveal } from "./useFocusReveal.ts";
import { useKeys } from "./useKeys.ts";
import { usePaperPointer } from "./usePaperPointer.ts";
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
/** Pixels a pointer may tremble before a press becomes a drag. */
const DEAD_ZONE = { mouse: 4, touch: 6 };
/** How far the sheet can be pushed away, in layout units. */
const ROOM_AROUND = 1500;

export const Stage = memo(function Stage(stage: Props) {
  // The rest of the canvas takes the whole of its contract; others' pointers are drawn beside the stage.
  const props: CanvasProps = { ...stage, others: [] };
  const { by, editable, selection, onSelect, onCursor, onZoom } = props;
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const flow = useFlow();
  const [active, setActive] = useState<CellPlace | null>(null);
  const focusLater = useRef<(id: Id) => void>(() => {});
  const editing = useEditing(
    props,
    useCallback((id: Id) => focusLater.current(id), []),
  );

  const journey = useMemo(() => previewed(props.journey, editing.editing, by), [props.journey, editing.editing, by]);
  const measure = useMeasure();
  const curve = useMemo(() => emotionCurve(journey), [journey]);
  const layout = useMemo(() => layoutJourney(journey, curve, measure), [journey, curve, measure]);
  const layoutNow = useRef(layout);
  const view = useViewActs(flow, root, layoutNow);
  const focus = useFocusKeeper(root, view.reveal);
  const desk = useRef<Desk>({ props, layout, editing, flow, active, setActive, focus });
  // Before any effect reads them: what was just made is revealed by the layout that has it.
  useLayoutEffect(() => {
    layoutNow.current = layout;
    focusLater.current = focus;
    desk.current = { props, layout, editing, flow, active, setActive, focus };
  });

  const { drag, onDrag, onDrop } = useDrag(desk, flow);
  const { hovered, handlers } = usePaperPointer(desk, flow, onCursor);
  const onFocus = useFocusReveal(layoutNow, view);
  useKeys(root, desk, view);
  useCanvasHandle(props.ref, desk, view);
  const strips = useStickyStrips(layout, root);
  const [opening] = useState(() => firstView(layout, stage.size));
  useEffect(() => onZoom?.(opening.zoom), [onZoom, opening]);
  const isTouch = useMemo(() => matchMedia("(pointer: coarse)").matches, []);
  const project = useMemo(openProjection, []);
  const target = editing.editing?.target;
  const edited = target && "id" in target ? target.id : undefined;
  const isSpaceHeld = useSpaceHeld(root);
  const draggable = !editable || isSpaceHeld ? "none" : isTouch ? "selected" : "all";
  const nodes = useMemo(
    () => project({ journey, layout, words, selected: selection?.id, edited, dragged: drag ?? undefined, draggable }),
    [project, journey, layout, words, selection?.id, edited, drag, draggable],
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
  const onNodePress = useCallback(
    (_: unknown, node: CanvasNode) => onSelect({ kind: node.type, id: node.id }),
    [onSelect],
  );
  const onAddLane = useCallback(
    (kind: LaneKind) => openNewLane(desk.current, kind, words.journey.laneKinds[kind]),
    [words],
  );

  const addPlace = hovered ?? active;
  const typedCard = cardOf(journey, edited ?? DRAFT_ID);
  const strip = { layout, journey, selection, editable, onSelect, open: editing.open };
  return (
    <div ref={root} className="canvas-stage">
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
        panOnScroll
        {...handlers}
        onFocus={onFocus}
        zoomOnDoubleClick={false}
        onNodeClick={onNodePress}
        onNodeDoubleClick={onNodeOpen}
        onNodeContextMenu={(event, node) => {
          // A long press selects, so that the next drag takes the card and not the sheet.
          if (!isTouch) return;
          event.preventDefault();
          onSelect({ kind: node.type, id: node.id });
        }}
        onNodeDragStart={onDrag}
        onNodeDrag={onDrag}
        onNodeDragStop={onDrop}
        onPaneClick={(event) => pressPaper(desk.current, flow.toLayout({ x: event.clientX, y: event.clientY }))}
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
          <FeelingAxis ref={strips.axis} layout={layout} />
          <PhaseHeaders ref={strips.headers} {...strip} />
          <LaneLabels ref={strips.labels} {...strip} onAddLane={onAddLane} />
          {drag?.mark ? <div className="canvas-drop-mark" style={boxStyle(drag.mark)} /> : null}
          <InPlaceEditor
            layout={layout}
            controls={editing}
            cardClass={typedCard ? `canvas-card ${cardLook(typedCard)}` : ""}
            reveal={view.revealRect}
          />
        </ViewportPortal>
        {journey.phases.length === 0 ? (
          <EmptyJourney editable={editable} onStart={() => editing.open({ kind: "new-phase" })} />
        ) : null}
      </ReactFlow>
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
