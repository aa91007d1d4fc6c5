import type { KnownWorkshop } from "@sameside/replica";
import { CalendarCheck } from "lucide-react";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import { beforeAddress, route } from "./routes.ts";

/** From the board to what is to be done before the day; nothing for who made the workshop. */
export function beforeActions({ id, secret }: KnownWorkshop, words: Words): readonly MenuAction[] {
  if (secret !== undefined) return [];
  return [
    {
      id: "before",
      label: words.before.page.menu,
      icon: <CalendarCheck size={16} aria-hidden />,
      parted: true,
      act: () => route.go(beforeAddress(id)),
    },
  ];
}
