/** What stands behind "More" on the board. */
import { FileText, Keyboard, Moon, Save, Sheet, Sun, SunMoon, UserPen } from "lucide-react";
import type { MenuAction } from "../ui/Menu.tsx";
import { chooseTheme, chosenTheme, THEMES } from "../ui/theme.ts";
import type { Words } from "../words/words.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";

const THEME_ICONS = { device: SunMoon, light: Sun, dark: Moon } as const;

export function boardMenu(
  words: Words,
  hasJourney: boolean,
  open: (dialog: BoardDialog) => void,
  saveCopy: () => void,
): readonly MenuAction[] {
  const say = words.board;
  const files: readonly MenuAction[] = hasJourney
    ? [
        { id: "copy", label: say.exportSameside, icon: <Save size={16} aria-hidden />, act: saveCopy },
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
  return [
    ...files,
    {
      id: "name",
      label: say.changeName,
      icon: <UserPen size={16} aria-hidden />,
      parted: hasJourney,
      act: () => open({ kind: "name" }),
    },
    { id: "keys", label: say.help, icon: <Keyboard size={16} aria-hidden />, act: () => open({ kind: "keys" }) },
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
