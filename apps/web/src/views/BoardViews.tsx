/** What of the map this person has before them: what is out of sight, and the dialogs in which it is chosen. */
import type { Id, JourneyView } from "@sameside/model";
import "./views.css";
import { HiddenLine } from "./HiddenLine.tsx";
import { ShownDialog } from "./ShownDialog.tsx";

interface Props {
  readonly journey: JourneyView;
  readonly selection: { readonly id: Id } | null;
  readonly open: "shown" | "views" | null;
  readonly onOpen: (dialog: "shown" | "views") => void;
  readonly onClose: () => void;
  readonly onSay: (text: string) => void;
}

export function BoardViews({ journey, selection, open, onOpen, onClose, onSay }: Props) {
  return (
    <>
      <HiddenLine journey={journey} selected={selection?.id} onChoose={() => onOpen("shown")} onSay={onSay} />
      {open === "shown" ? <ShownDialog journey={journey} onClose={onClose} /> : null}
    </>
  );
}
