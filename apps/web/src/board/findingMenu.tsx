/** The ways to find something, and to show it, behind "More": where no keyboard is, they stand nowhere else. */
import { Command, Presentation, Search } from "lucide-react";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";

interface Ways {
  readonly find: () => void;
  readonly palette: () => void;
  readonly present: () => void;
}

export function findingMenu({ board: { keys }, finding }: Words, { find, palette, present }: Ways): MenuAction[] {
  return [
    {
      id: "find",
      label: finding.search.menu,
      keys: keys.find,
      icon: <Search size={16} aria-hidden />,
      act: find,
    },
    {
      id: "palette",
      label: finding.palette.menu,
      keys: keys.palette,
      icon: <Command size={16} aria-hidden />,
      act: palette,
    },
    {
      id: "present",
      label: finding.present.action,
      keys: keys.present,
      icon: <Presentation size={16} aria-hidden />,
      act: present,
    },
  ];
}
