/** What can be done with a thing, opened by the other mouse button, a long press, or Shift+F10. */
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Selection } from "../journey/contract.ts";
import { elementOf, selectionAt } from "../journey/elements.ts";
import { isField } from "../journey/keys.ts";
import { type ActDesk, actsFor, laneKindActs, severalActs } from "../journey/mapActs.tsx";
import { titleOf } from "../journey/removing.ts";
import { MenuAt } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import type { Desk } from "./hand/gestures.ts";
import { useLongPress } from "./hand/useLongPress.ts";

interface OpenMenu {
  readonly at: HTMLElement;
  /** Empty for the kinds of lane to add. */
  readonly subjects: readonly Selection[];
  readonly before?: Id | undefined;
}

/** The menu that is open, and the way to ask for the kind of a new lane. */
export function useCanvasMenu(root: RefObject<HTMLElement | null>, desk: RefObject<Desk>) {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const openOn = useCallback(
    (target: Element | null): boolean => {
      const { props, picked, pick } = desk.current;
      const thing = selectionAt(target);
      const at = thing && root.current && elementOf(root.current, thing.id);
      // Who only reads may still choose what of the map they see.
      const isOpen = props.editable || (props.showing && (thing?.kind === "lane" || thing?.kind === "phase"));
      if (!thing || !at || !isOpen || isField(target)) return false;
      const isOneOfThem = picked.some(({ id }) => id === thing.id);
      if (!isOneOfThem) pick([thing]);
      at.focus({ preventScroll: true });
      setMenu({ at, subjects: isOneOfThem ? picked : [thing] });
      return true;
    },
    [root, desk],
  );
  useLongPress(root, openOn);
  useEffect(() => {
    const place = root.current;
    const onContextMenu = (event: MouseEvent) => {
      // In a field the browser's own list pastes and corrects.
      if (isField(event.target)) return;
      const isByFinger = event instanceof PointerEvent && event.pointerType === "touch";
      // A finger that rests has opened it already.
      if (isByFinger || openOn(event.target instanceof Element ? event.target : null)) event.preventDefault();
    };
    place?.addEventListener("contextmenu", onContextMenu);
    return () => place?.removeEventListener("contextmenu", onContextMenu);
  }, [root, openOn]);
  const openLaneKinds = useCallback(
    (before: Id | undefined, at: HTMLElement | null) => {
      const element = at ?? root.current;
      if (element) setMenu({ at: element, subjects: [], before });
    },
    [root],
  );
  return { menu, close: useCallback(() => setMenu(null), []), openLaneKinds };
}

interface Props {
  readonly desk: Desk;
  readonly menu: OpenMenu;
  readonly onClose: () => void;
  readonly onLaneKinds: (before: Id | undefined, at: HTMLElement | null) => void;
  readonly onZoomTo: (ids: readonly Id[]) => void;
}

export function CanvasMenu({ desk, menu, onClose, onLaneKinds, onZoomTo }: Props) {
  const words = useWords();
  const { props, editing, focus } = desk;
  const { at, subjects, before } = menu;
  const acting: ActDesk = {
    ...{ props, editing, focus, zoomTo: onZoomTo },
    openLaneKinds: (next) => onLaneKinds(next, at),
  };
  const [only, second] = subjects;
  const content = !only
    ? { label: words.canvas.addLane, actions: laneKindActs(acting, words, before) }
    : second
      ? { label: words.editing.moreSeveral(subjects.length), actions: severalActs(acting, subjects, words) }
      : { label: words.editing.more(titleOf(props.journey, only)), actions: actsFor(acting, only, words) };
  return <MenuAt at={at} {...content} onClose={onClose} />;
}
