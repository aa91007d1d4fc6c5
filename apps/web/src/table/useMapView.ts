/** What the table and the outline share: typing, focus, keys, menus, and the page's own buttons. */
import type { Id } from "@sameside/model";
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { JourneyProps, Selection } from "../journey/contract.ts";
import { elementOf } from "../journey/elements.ts";
import { actGroups } from "../journey/mapActs.tsx";
import { useEditing } from "../journey/useEditing.ts";
import { aimedAt, usePicked, useSayPicked } from "../journey/usePicked.ts";
import { useWords } from "../words/words.ts";
import { openNewCard, openNewTouchpoint } from "./adding.ts";
import { useMarked } from "./choosing.ts";
import type { Desk, DeskAccess, OpenMenu, Ways } from "./desk.ts";
import { show, useKeptFocus } from "./useKeptFocus.ts";
import { useFollowing, useTellOthers } from "./useOthers.ts";
import { useViewEvents } from "./useViewEvents.ts";

export function useMapView(given: JourneyProps, ways: Ways) {
  const words = useWords();
  const { picked, pick, onSelect: select } = usePicked(given);
  const props: JourneyProps = { ...given, onSelect: select };
  useSayPicked(picked, words, given.onSay);
  const root = useRef<HTMLDivElement>(null);
  const { focus, hold, handlers, leaving } = useKeptFocus(root);
  const onSelect = (selection: Selection | null) => {
    props.onSelect(selection);
    if (selection) hold(selection.id);
  };
  const editing = useEditing({ ...props, onSelect }, focus);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [moving, setMoving] = useState<Selection | null>(null);

  const leave = useCallback(() => leaving(() => deskNow.current?.editing.finish()), [leaving]);
  const deskNow = useRef<Desk | null>(null);
  const desk: Desk = { props, editing, picked, pick, focus, leave, openMenu: setMenu, openMove: setMoving };
  // Before any effect reads it.
  useLayoutEffect(() => {
    deskNow.current = desk;
  });
  const access = useMemo<DeskAccess>(() => {
    const now = () => {
      if (!deskNow.current) throw new Error("The table was used before it was drawn.");
      return deskNow.current;
    };
    return { now, keys: ways.keys };
  }, [ways]);

  useViewEvents(root, access, ways.go, words);
  useTellOthers(props, picked, editing.editing, root);
  useMarked(root, picked);
  const follow = useFollowing(root);
  useImperativeHandle(props.ref, () => {
    const nothing = () => {};
    const reveal = (id: Id) => {
      const element = root.current && elementOf(root.current, id);
      if (element) show(element);
    };
    const chosen = () => aimedAt(access.now().picked);
    return {
      ...{ fit: nothing, zoomIn: nothing, zoomOut: nothing, zoomTo: nothing, zoom: () => 1 },
      reveal,
      focus: (id) => access.now().focus(id),
      fitTo([first]) {
        if (first !== undefined) reveal(first);
      },
      chosen,
      acts: () => actGroups(access.now(), chosen(), words),
      addCard: () => openNewCard(access.now(), access.now().props.selection),
      addTouchpoint: () => openNewTouchpoint(access.now(), access.now().props.selection),
      follow,
    };
  }, [access, follow, words]);
  return { root, handlers, access, desk, overlays: { menu, onMenu: setMenu, moving, onMoving: setMoving } };
}
