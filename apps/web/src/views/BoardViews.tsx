/** What of the map this person has before them: what is out of sight, and the dialogs in which it is chosen and kept. */
import type { Id } from "@sameside/model";
import "./views.css";
import { HiddenLine } from "./HiddenLine.tsx";
import { SavedViewsDialog } from "./SavedViewsDialog.tsx";
import { ShownDialog } from "./ShownDialog.tsx";
import { useSavedViews, type ViewDesk } from "./useSavedViews.ts";

interface Props extends ViewDesk {
  readonly live: { readonly room: string };
  readonly selection: { readonly id: Id } | null;
  readonly open: "shown" | "views" | null;
  readonly onOpen: (dialog: "shown" | "views") => void;
  readonly onClose: () => void;
  readonly onSay: (text: string) => void;
}

export function BoardViews({ live, selection, open, onOpen, onClose, onSay, ...desk }: Props) {
  const { journey } = desk;
  const { show, now, linkOf } = useSavedViews(desk);
  return (
    <>
      <HiddenLine journey={journey} selected={selection?.id} onChoose={() => onOpen("shown")} onSay={onSay} />
      {open === "shown" ? <ShownDialog journey={journey} onClose={onClose} /> : null}
      {open === "views" ? (
        <SavedViewsDialog room={live.room} now={now} linkOf={linkOf} onShow={show} onClose={onClose} />
      ) : null}
    </>
  );
}
