/** What stands behind "More" on the board. */
import {
  Bookmark,
  Eraser,
  Eye,
  FileText,
  Handshake,
  History,
  Info,
  Keyboard,
  ListChecks,
  ListOrdered,
  MapPin,
  MessageCircleQuestionMark,
  Moon,
  Move,
  NotebookPen,
  Printer,
  Quote,
  Save,
  Scale,
  Sheet,
  Smartphone,
  Sun,
  SunMoon,
  UserPen,
  UsersRound,
  ZoomIn,
} from "lucide-react";
import type { KnownWorkshop } from "../live/device.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import { chooseTheme, chosenTheme, THEMES } from "../ui/theme.ts";
import { chooseWheel, chosenWheel, WHEELS } from "../ui/wheel.ts";
import type { Words } from "../words/words.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";
import type { Panel } from "./usePanel.ts";

const WHEEL_ICONS = { pan: Move, zoom: ZoomIn } as const;
const THEME_ICONS = { device: SunMoon, light: Sun, dark: Moon } as const;

export function boardMenu(
  words: Words,
  hasJourney: boolean,
  { seat, relay }: Pick<KnownWorkshop, "seat" | "relay">,
  open: (dialog: BoardDialog) => void,
  saveCopy: () => void,
  openPanel: (panel: Panel) => void,
): readonly MenuAction[] {
  const say = words.board;
  const isShared = relay !== undefined;
  const files: readonly MenuAction[] = hasJourney
    ? [
        {
          id: "about",
          label: words.aboutMap.menu,
          icon: <Info size={16} aria-hidden />,
          act: () => open({ kind: "about" }),
        },
        {
          id: "paper",
          label: words.paper.menu,
          keys: say.keys.print,
          icon: <Printer size={16} aria-hidden />,
          parted: true,
          act: () => open({ kind: "paper" }),
        },
        {
          id: "history",
          label: words.history.menu,
          icon: <History size={16} aria-hidden />,
          act: () => open({ kind: "history" }),
        },
        {
          id: "shown",
          label: words.views.dialog.menu,
          icon: <Eye size={16} aria-hidden />,
          parted: true,
          act: () => open({ kind: "shown" }),
        },
        {
          id: "views",
          label: words.views.saved.menu,
          icon: <Bookmark size={16} aria-hidden />,
          act: () => open({ kind: "views" }),
        },
        { id: "copy", label: say.exportSameside, icon: <Save size={16} aria-hidden />, parted: true, act: saveCopy },
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
      ]
    : [];
  const agreed: readonly MenuAction[] =
    seat && seat.role !== "facilitator" && seat.role !== "dais"
      ? [
          {
            id: "consent",
            label: words.joining.consent.menu,
            icon: <Handshake size={16} aria-hidden />,
            act: () => open({ kind: "consent" }),
          },
        ]
      : [];
  const colleague: readonly MenuAction[] =
    seat?.role === "colleague"
      ? [
          {
            id: "role-card",
            label: words.joining.roleCard.menu,
            icon: <ListChecks size={16} aria-hidden />,
            act: () => open({ kind: "roleCard" }),
          },
        ]
      : [];
  const seated: readonly MenuAction[] = seat
    ? [
        {
          id: "second-device",
          label: say.useSecondDevice,
          icon: <Smartphone size={16} aria-hidden />,
          act: () => open({ kind: "secondDevice" }),
        },
      ]
    : [];
  const shared: readonly MenuAction[] = isShared
    ? [
        {
          id: "relay-moved",
          label: say.relayMoved.menu,
          icon: <MapPin size={16} aria-hidden />,
          act: () => open({ kind: "relayMoved" }),
        },
      ]
    : [];
  const facilitating: readonly MenuAction[] =
    seat?.role === "facilitator"
      ? [
          {
            id: "agenda",
            label: words.step.agenda.menu,
            icon: <ListOrdered size={16} aria-hidden />,
            act: () => open({ kind: "agenda" }),
          },
          {
            id: "people",
            label: say.seatsMenu,
            icon: <UsersRound size={16} aria-hidden />,
            act: () => open({ kind: "people" }),
          },
        ]
      : [];
  return [
    ...files,
    {
      id: "notes",
      label: say.myNotes,
      icon: <NotebookPen size={16} aria-hidden />,
      parted: hasJourney,
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
    {
      id: "name",
      label: say.changeName,
      icon: <UserPen size={16} aria-hidden />,
      act: () => open({ kind: "name" }),
    },
    {
      id: "withdraw",
      label: say.withdrawMenu,
      icon: <Eraser size={16} aria-hidden />,
      act: () => open({ kind: "withdraw" }),
    },
    ...agreed,
    ...colleague,
    ...seated,
    ...facilitating,
    ...shared,
    {
      id: "keys",
      label: say.help,
      keys: say.keys.sheet,
      icon: <Keyboard size={16} aria-hidden />,
      act: () => open({ kind: "keys" }),
    },
    ...WHEELS.map((wheel, index): MenuAction => {
      const Icon = WHEEL_ICONS[wheel];
      return {
        id: `wheel-${wheel}`,
        label: words.views.wheel[wheel],
        icon: <Icon size={16} aria-hidden />,
        chosen: chosenWheel() === wheel,
        parted: index === 0,
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
