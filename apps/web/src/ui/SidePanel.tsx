/** A panel beside the map: a title, a way to close it, and what it holds. On a phone it is a sheet at the foot. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./Button.tsx";
import "./sidePanel.css";

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** More room for who has nothing else to do than to read and to write. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function SidePanel({ title, closeLabel, onClose, isWide = false, children }: Props) {
  return (
    <aside className="ui-side" aria-label={title} data-wide={isWide ? "" : undefined}>
      <header className="ui-side-head">
        <h2>{title}</h2>
        <IconButton label={closeLabel} icon={<X size={17} aria-hidden />} onPress={onClose} />
      </header>
      <div className="ui-side-body">{children}</div>
    </aside>
  );
}
