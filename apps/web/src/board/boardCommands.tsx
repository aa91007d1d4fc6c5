/** Every command of the page for the palette: what its bars and menus do, by the same names and with the same keys. */
import { describeJourney, type JourneyView, VARIANTS } from "@sameside/model";
import {
  Columns3,
  Footprints,
  Layers,
  ListTree,
  Map as MapIcon,
  Maximize,
  Minus,
  Plus,
  QrCode,
  Redo2,
  StickyNote,
  Table2,
  Triangle,
  Undo2,
} from "lucide-react";
import type { RefObject } from "react";
import type { ActGroup, Run, ViewHandle } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { actionsIn, type MenuAction, type MenuGroup } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import { MAP_VIEWS, type MapView } from "./chosenView.ts";

interface Page {
  readonly live: LiveBoard;
  readonly journey: JourneyView;
  readonly journeys: readonly JourneyView[];
  readonly canvas: RefObject<ViewHandle | null>;
  readonly run: Run;
  readonly editable: boolean;
  readonly shown: MapView;
  readonly addressOf: (view: MapView) => string;
  readonly showJourney: (id: string) => void;
  readonly markMoment: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly invite: () => void;
  /** What stands behind "More". */
  readonly menu: readonly (MenuAction | MenuGroup)[];
}

const ICON_BY_VIEW = { canvas: MapIcon, table: Table2, outline: ListTree } as const;

export function boardCommands(words: Words, page: Page): readonly ActGroup[] {
  const { groups } = words.finding.palette;
  return [
    ...(page.editable ? [{ label: groups.map, acts: mapCommands(words, page) }] : []),
    { label: groups.view, acts: viewCommands(words, page) },
    { label: groups.places, acts: placeCommands(words, page) },
    {
      label: groups.board,
      acts: [
        { id: "invite", label: words.board.invite, icon: <QrCode size={16} aria-hidden />, act: page.invite },
        ...actionsIn(page.menu).filter(({ id }) => id !== "palette"),
      ],
    },
  ];
}

function mapCommands(words: Words, { live, journey, canvas, run, markMoment, undo, redo }: Page): MenuAction[] {
  const { tool, keys } = words.board;
  const variants = VARIANTS.filter((variant) => variant !== journey.variant).map(
    (variant): MenuAction => ({
      id: `variant-${variant}`,
      label: words.finding.palette.shows(words.journey.variants[variant]),
      act: () => run(describeJourney(live.board, live.by, { journey: journey.id, variant })),
    }),
  );
  return [
    {
      id: "new-card",
      label: tool.card,
      keys: keys.card,
      icon: <StickyNote size={16} aria-hidden />,
      act: () => canvas.current?.addCard(),
    },
    {
      id: "new-touchpoint",
      label: tool.touchpoint,
      keys: keys.touchpoint,
      icon: <Footprints size={16} aria-hidden />,
      act: () => canvas.current?.addTouchpoint(),
    },
    {
      id: "moment",
      label: tool.moment,
      keys: keys.moment,
      icon: <Triangle size={16} aria-hidden />,
      act: markMoment,
    },
    { id: "undo", label: tool.undo, keys: keys.undo, icon: <Undo2 size={16} aria-hidden />, act: undo },
    { id: "redo", label: tool.redo, keys: keys.redo, icon: <Redo2 size={16} aria-hidden />, act: redo },
    ...variants,
  ];
}

function viewCommands(words: Words, { canvas, shown, addressOf }: Page): MenuAction[] {
  const { zoom, keys, views } = words.board;
  const { palette, minimap } = words.finding;
  const showAs = MAP_VIEWS.filter((view) => view !== shown).map((view): MenuAction => {
    const Icon = ICON_BY_VIEW[view];
    return {
      id: `view-${view}`,
      label: palette.showAs(views.names[view]),
      icon: <Icon size={16} aria-hidden />,
      act: () => location.assign(addressOf(view)),
    };
  });
  if (shown !== "canvas") return showAs;
  return [
    ...showAs,
    {
      id: "fit",
      label: zoom.fit,
      keys: keys.fit,
      icon: <Maximize size={16} aria-hidden />,
      act: () => canvas.current?.fit(),
    },
    {
      id: "fit-chosen",
      label: palette.fitChosen,
      keys: keys.fitChosen,
      act: () => canvas.current?.fitTo(canvas.current.chosen().map(({ id }) => id)),
    },
    { id: "whole", label: palette.whole, keys: keys.whole, act: () => canvas.current?.zoomTo(1) },
    {
      id: "zoom-in",
      label: zoom.in,
      keys: keys.in,
      icon: <Plus size={16} aria-hidden />,
      act: () => canvas.current?.zoomIn(),
    },
    {
      id: "zoom-out",
      label: zoom.out,
      keys: keys.out,
      icon: <Minus size={16} aria-hidden />,
      act: () => canvas.current?.zoomOut(),
    },
    {
      id: "minimap",
      label: minimap.toggle,
      icon: <MapIcon size={16} aria-hidden />,
      act: () => canvas.current?.toggleMinimap?.(),
    },
  ];
}

function placeCommands(words: Words, { journey, journeys, canvas, showJourney }: Page): MenuAction[] {
  const say = words.finding.palette;
  return [
    ...journey.phases.map(
      (phase): MenuAction => ({
        id: phase.id,
        label: say.showPhase(phase.title || words.canvas.noName),
        icon: <Columns3 size={16} aria-hidden />,
        act() {
          canvas.current?.fitTo([phase.id]);
          canvas.current?.focus(phase.id);
        },
      }),
    ),
    ...journeys
      .filter(({ id }) => id !== journey.id)
      .map(
        ({ id, title }): MenuAction => ({
          id,
          label: say.showMap(title || words.journey.untitled),
          icon: <Layers size={16} aria-hidden />,
          act: () => showJourney(id),
        }),
      ),
  ];
}
