/** What the pages use of the peers, whose own types are not installed for `tsc`. */
declare module "*.css";
declare module "@fontsource-variable/inter";
declare module "@fontsource-variable/newsreader";

declare module "react" {
  export interface ReactElement {
    readonly type: unknown;
  }
  export function createElement(type: unknown, props: object, ...children: unknown[]): ReactElement;
}

declare module "react-dom/client" {
  import type { ReactElement } from "react";

  export function createRoot(element: HTMLElement): { render(element: ReactElement): void };
}

declare module "tldraw" {
  export interface ShapeOf<Props> {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly props: Props;
  }
  export interface Editor {
    readonly store: { mergeRemoteChanges(change: () => void): void; put(shapes: readonly unknown[]): void };
    run(change: () => void, options: { readonly history: "ignore" }): void;
    createShapes(shapes: readonly object[]): void;
    setCamera(camera: { readonly x: number; readonly y: number; readonly z: number }): void;
    getCamera(): { readonly x: number; readonly y: number; readonly z: number };
    getShape<Shape>(id: string): Shape | undefined;
    updateShape(shape: unknown): void;
    select(...ids: string[]): void;
    getSelectedShapeIds(): readonly string[];
  }
  export abstract class BaseBoxShapeUtil<Shape> {
    static type: string;
    static props: Readonly<Record<string, unknown>>;
    abstract component(shape: Shape): unknown;
  }
  export const T: { readonly number: unknown; readonly string: unknown };
  export const HTMLContainer: unknown;
  export const Tldraw: unknown;
  export function createShapeId(key: string): string;
}

declare module "@excalidraw/excalidraw" {
  export interface ExcalidrawElement {
    readonly id: string;
    readonly type: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly containerId?: string | null;
    readonly text?: string;
    readonly originalText?: string;
  }
  export interface ExcalidrawApi {
    getAppState(): { readonly zoom: { readonly value: number }; readonly scrollX: number; readonly scrollY: number };
    getSceneElements(): readonly ExcalidrawElement[];
    updateScene(scene: object): void;
  }
  export const Excalidraw: unknown;
  export const CaptureUpdateAction: { readonly IMMEDIATELY: unknown; readonly NEVER: unknown };
  export function convertToExcalidrawElements(skeletons: readonly object[], options: object): ExcalidrawElement[];
  export function newElementWith(element: ExcalidrawElement, changes: object): ExcalidrawElement;
}
