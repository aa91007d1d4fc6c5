/** A panel beside the map: a heading, a way to close it, and what it holds. On a phone it is a sheet at the foot. */
import { X } from "lucide-react";
import type { KeyboardEventHandler, ReactNode, Ref } from "react";
import { IconButton } from "./Button.tsx";
import "./sidePanel.css";

interface FrameProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly heading: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** More room for who has nothing else to do than to read and to write. */
  readonly isWide?: boolean;
  readonly className?: string;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

interface Props extends Pick<FrameProps, "closeLabel" | "onClose" | "isWide" | "children"> {
  readonly title: string;
}

export function SidePanel({ title, children, ...frame }: Props) {
  return (
    <SideFrame {...frame} label={title} heading={<h2>{title}</h2>}>
      <div className="ui-side-body">{children}</div>
    </SideFrame>
  );
}

/** For what divides the place under its heading itself. */
export function SideFrame(props: FrameProps) {
  const { label, heading, closeLabel, onClose, isWide = false, className, onKeyDown, ref, children } = props;
  return (
    <aside
      ref={ref}
      className={className === undefined ? "ui-side" : `ui-side ${className}`}
      aria-label={label}
      data-wide={isWide ? "" : undefined}
      onKeyDown={onKeyDown}
    >
      <header className="ui-side-head">
        {heading}
        <IconButton label={closeLabel} icon={<X size={17} aria-hidden />} onPress={onClose} />
      </header>
      {children}
    </aside>
  );
}
