/** The cards and touchpoints as React Flow's nodes. What is mounted changes here, and nothing else is rendered for it. */
import type { JourneyLayout } from "@sameside/layout";
import { type NodeTypes, ReactFlow, type ReactFlowProps } from "@xyflow/react";
import { memo, useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import { CardNode } from "./CardNode.tsx";
import type { Mounting } from "./mounting.ts";
import { type CanvasNode, openProjection, type Scene } from "./projection.ts";
import { TouchpointNode } from "./TouchpointNode.tsx";

interface Props extends Omit<ReactFlowProps<CanvasNode>, "nodes" | "edges" | "nodeTypes"> {
  readonly scene: Scene;
  readonly mounting: Mounting;
  /** Called after the things were put where the layout has them. */
  readonly onPlaced: (layout: JourneyLayout) => void;
}

const NODE_TYPES: NodeTypes = { card: CardNode, touchpoint: TouchpointNode };
/** The canvas has no edges; one array, so that React Flow sees no change. */
const NO_EDGES: [] = [];
/** With one of these held, the wheel zooms. */
const ZOOM_KEYS = ["Meta", "Control"];

export const Things = memo(function Things({ scene, mounting, onPlaced, ...flow }: Props) {
  const mounted = useSyncExternalStore(mounting.subscribe, mounting.get);
  const project = useMemo(openProjection, []);
  const { layout, picked } = scene;
  const ids = useMemo(() => mounting.idsOf(layout, mounted, picked), [mounting, layout, mounted, picked]);
  const nodes = useMemo(() => project(scene, ids), [project, scene, ids]);
  useLayoutEffect(() => onPlaced(layout));
  return <Nodes nodes={nodes} {...flow} />;
});

/** With the same nodes there is nothing to render, whatever else of the journey changed. */
const Nodes = memo(function Nodes(flow: ReactFlowProps<CanvasNode>) {
  return (
    <ReactFlow<CanvasNode>
      edges={NO_EDGES}
      nodeTypes={NODE_TYPES}
      // Named here, React Flow does not look for the kind of machine in every rendering.
      zoomActivationKeyCode={ZOOM_KEYS}
      {...flow}
    />
  );
});
