/** What stands behind "More" on the board. */
import { isColleague } from "@sameside/protocol";
import {
  Armchair,
  Bookmark,
  CalendarClock,
  DoorOpen,
  Eraser,
  Eye,
  FileOutput,
  FileText,
  Handshake,
  History,
  Info,
  Keyboard,
  ListChecks,
  ListOrdered,
  Map as MapIcon,
  MapPin,
  MessageCircleQuestionMark,
  MessagesSquare,
  Moon,
  Move,
  NotebookPen,
  PenLine,
  Printer,
  Quote,
  Save,
  Scale,
  Settings,
  Sheet,
  Smartphone,
  Sun,
  SunMoon,
  UserPen,
  UsersRound,
  ZoomIn,
} from "lucide-react";
import type { KnownWorkshop } from "../live/device.ts";
import type { MenuAction, MenuGroup } from "../ui/Menu.tsx";
import { chooseTheme, chosenTheme, THEMES } from "../ui/theme.ts";
import { chooseWheel, chosenWheel, WHEELS } from "../ui/wheel.ts";
import type { Words } from "../words/words.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";
import type { Panel } from "./usePanel.ts";

const WHEEL_ICONS = { pan: Move, zoom: ZoomIn } as const;
const THEME_ICONS = { device: SunMoon, light: Sun, dark: Moon } as const;

interface Page {
  readonly hasJourney: boolean;
  readonly known: Pick<KnownWorkshop, "seat" | "relay">;
  readonly open: (dialog: BoardDialog) => void;
  readonly openPaper: () => void;
  readonly saveCopy: () => void;
  readonly openPanel: (panel: Panel) => void;
  /** What concerns the map as a whole. */
  readonly mapActs: readonly MenuAction[];
  /** What can be done with the workshop besides. */
  readonly more: readonly MenuAction[];
}

/** In groups: the map, what leaves it, one's own things, the workshop, this device. */
export function boardMenu(words: Words, page: Page): readonly (MenuAction | MenuGroup)[] {
  const say = words.board;
  return [
    // Where the last map is gone, the history has it.
    ...(page.hasJourney ? [...seeing(words, page), ...keeping(words, page)] : [past(words, page)]),
    ...besideTheMap(words, page),
    { id: "me", label: say.meMenu, icon: <Armchair size={16} aria-hidden />, actions: ofOneself(words, page) },
    ...ofTheWorkshop(words, page),
    {
      id: "keys",
      label: say.help,
      keys: say.keys.sheet,
      icon: <Keyboard size={16} aria-hidden />,
      parted: true,
      act: () => page.open({ kind: "keys" }),
    },
    { id: "settings", label: say.settings, icon: <Settings size={16} aria-hidden />, actions: settings(words) },
  ];
}

function past(words: Words, { open }: Page): MenuAction {
  return {
    id: "history",
    label: words.history.menu,
    icon: <History size={16} aria-hidden />,
    act: () => open({ kind: "history" }),
  };
}

function seeing(words: Words, page: Page): (MenuAction | MenuGroup)[] {
  const { open, mapActs } = page;
  return [
    {
      id: "about",
      label: words.aboutMap.menu,
      icon: <Info size={16} aria-hidden />,
      parted: true,
      act: () => open({ kind: "about" }),
    },
    {
      id: "shown",
      label: words.views.dialog.menu,
      icon: <Eye size={16} aria-hidden />,
      act: () => open({ kind: "shown" }),
    },
    {
      id: "views",
      label: words.views.saved.menu,
      icon: <Bookmark size={16} aria-hidden />,
      act: () => open({ kind: "views" }),
    },
    past(words, page),
    {
      id: "map",
      label: words.board.mapMenu,
      icon: <MapIcon size={16} aria-hidden />,
      actions: mapActs,
    },
  ];
}

function keeping(words: Words, { open, openPaper, saveCopy }: Page): (MenuAction | MenuGroup)[] {
  const say = words.board;
  return [
    {
      id: "paper",
      label: words.paper.menu,
      keys: say.keys.print,
      icon: <Printer size={16} aria-hidden />,
      parted: true,
      act: openPaper,
    },
    { id: "copy", label: say.exportSameside, icon: <Save size={16} aria-hidden />, act: saveCopy },
    {
      id: "formats",
      label: say.exportMenu,
      icon: <FileOutput size={16} aria-hidden />,
      actions: [
        {
          id: "csv",
          label: say.exportCsv,
          icon: <Sheet size={16} aria-hidden />,
          act: () => open({ kind: "export", format: "csv" }),
        },
        {
          id: "mermaid",
          label: say.exportMermaid,
          icon: <FileText size={16} aria-hidden />,
          act: () => open({ kind: "export", format: "mermaid" }),
        },
      ],
    },
  ];
}

function besideTheMap(words: Words, { openPanel, known: { seat } }: Page): MenuAction[] {
  const balance: MenuAction = {
    id: "balance",
    label: words.balance.title,
    icon: <MessagesSquare size={16} aria-hidden />,
    act: () => openPanel("balance"),
  };
  const leads = seat?.role === "facilitator" || seat?.role === "moderator";
  return [
    {
      id: "notes",
      label: words.board.myNotes,
      icon: <NotebookPen size={16} aria-hidden />,
      parted: true,
      act: () => openPanel("notes"),
    },
    {
      id: "questions",
      label: words.questions.title,
      icon: <MessageCircleQuestionMark size={16} aria-hidden />,
      act: () => openPanel("questions"),
    },
    {
      id: "topics",
      label: words.listen.topics.title,
      icon: <ListOrdered size={16} aria-hidden />,
      act: () => openPanel("topics"),
    },
    {
      id: "quotes",
      label: words.listen.quotes.title,
      icon: <Quote size={16} aria-hidden />,
      act: () => openPanel("quotes"),
    },
    {
      id: "contradictions",
      label: words.backing.contradictions.title,
      icon: <Scale size={16} aria-hidden />,
      act: () => openPanel("contradictions"),
    },
    ...(leads ? [balance] : []),
  ];
}

function ofOneself(words: Words, { known: { seat }, open }: Page): MenuAction[] {
  const say = words.board;
  const name: MenuAction = {
    id: "name",
    label: say.changeName,
    icon: <UserPen size={16} aria-hidden />,
    act: () => open({ kind: "name" }),
  };
  const consent: MenuAction = {
    id: "consent",
    label: words.joining.consent.menu,
    icon: <Handshake size={16} aria-hidden />,
    act: () => open({ kind: "consent" }),
  };
  const roleCard: MenuAction = {
    id: "role-card",
    label: words.joining.roleCard.menu,
    icon: <ListChecks size={16} aria-hidden />,
    act: () => open({ kind: "roleCard" }),
  };
  const helper: MenuAction = {
    id: "helper",
    label: words.writtenFor.helper.menu,
    icon: <PenLine size={16} aria-hidden />,
    act: () => open({ kind: "helper" }),
  };
  const secondDevice: MenuAction = {
    id: "second-device",
    label: say.useSecondDevice,
    icon: <Smartphone size={16} aria-hidden />,
    act: () => open({ kind: "secondDevice" }),
  };
  const leave: MenuAction = {
    id: "leave",
    label: words.leaving.menu,
    icon: <DoorOpen size={16} aria-hidden />,
    parted: true,
    act: () => open({ kind: "leave" }),
  };
  const withdraw: MenuAction = {
    id: "withdraw",
    label: say.withdrawMenu,
    icon: <Eraser size={16} aria-hidden />,
    act: () => open({ kind: "withdraw" }),
  };
  const takesPart = seat !== undefined && seat.role !== "facilitator" && seat.role !== "dais";
  const mapsAlong = seat?.role === "customer" || seat?.role === "colleague";
  return [
    name,
    ...(takesPart ? [consent] : []),
    ...(seat && isColleague(seat) ? [roleCard] : []),
    ...(mapsAlong ? [helper] : []),
    ...(seat ? [secondDevice] : []),
    ...(mapsAlong ? [leave] : []),
    withdraw,
  ];
}

function ofTheWorkshop(words: Words, { known: { seat, relay }, open, more }: Page): MenuAction[] {
  const say = words.board;
  const agenda: MenuAction = {
    id: "agenda",
    label: words.step.agenda.menu,
    icon: <CalendarClock size={16} aria-hidden />,
    act: () => open({ kind: "agenda" }),
  };
  const people: MenuAction = {
    id: "people",
    label: say.seatsMenu,
    icon: <UsersRound size={16} aria-hidden />,
    act: () => open({ kind: "people" }),
  };
  const moved: MenuAction = {
    id: "relay-moved",
    label: say.relayMoved.menu,
    icon: <MapPin size={16} aria-hidden />,
    act: () => open({ kind: "relayMoved" }),
  };
  return [
    ...(seat?.role === "facilitator" ? [agenda, people] : []),
    ...(relay === undefined ? [] : [moved]),
    ...more,
  ].map((action, index) => ({ ...action, parted: index === 0 }));
}

function settings(words: Words): MenuAction[] {
  return [
    ...WHEELS.map((wheel): MenuAction => {
      const Icon = WHEEL_ICONS[wheel];
      return {
        id: `wheel-${wheel}`,
        label: words.views.wheel[wheel],
        icon: <Icon size={16} aria-hidden />,
        chosen: chosenWheel() === wheel,
        act: () => chooseWheel(wheel),
      };
    }),
    ...THEMES.map((theme, index): MenuAction => {
      const Icon = THEME_ICONS[theme];
      return {
        id: `theme-${theme}`,
        label: words.app.themes[theme],
        icon: <Icon size={16} aria-hidden />,
        chosen: chosenTheme() === theme,
        parted: index === 0,
        act: () => chooseTheme(theme),
      };
    }),
  ];
}
