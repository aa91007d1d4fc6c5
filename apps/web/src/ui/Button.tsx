/** The two buttons of the house: with words, and with an icon whose words stand in its name and its tooltip. */
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from "react-aria-components";

type Look = "plain" | "primary" | "quiet" | "danger";

interface Props extends Omit<ButtonProps, "className" | "children" | "style"> {
  readonly look?: Look;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ look = "plain", icon, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`ui-button ui-button-${look}`}>
      {icon}
      <span className="ui-button-words">{children}</span>
    </AriaButton>
  );
}

interface IconProps extends Omit<ButtonProps, "className" | "children" | "style"> {
  /** What it does: its accessible name, and its tooltip. */
  readonly label: string;
  /** The key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
}

/** A button that shows an icon only. */
export function IconButton({ label, keys, icon, pressed, ...rest }: IconProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <AriaButton {...rest} aria-label={label} className="ui-icon-button" data-on={pressed ? "" : undefined}>
        {icon}
      </AriaButton>
      <Tooltip className="ui-tooltip" offset={6}>
        {label}
        {keys ? <kbd className="ui-key">{keys}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
