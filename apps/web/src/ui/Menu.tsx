/** A button that opens a list of actions. */
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly chosen?: boolean;
  readonly danger?: boolean;
  /** A line above this item. */
  readonly parted?: boolean;
  readonly act: () => void;
}

interface Props {
  /** The button's accessible name; also its tooltip when it shows only an icon. */
  readonly label: string;
  readonly children: ReactNode;
  readonly look?: "icon" | "chip" | "plain";
  readonly actions: readonly MenuAction[];
  readonly isDisabled?: boolean;
}

export function Menu({ label, children, look = "icon", actions, isDisabled = false }: Props) {
  const classByLook = { icon: "ui-icon-button", chip: "ui-chip ui-chip-button", plain: "ui-button ui-button-plain" };
  return (
    <MenuTrigger>
      <TooltipTrigger delay={400} closeDelay={80}>
        <AriaButton className={classByLook[look]} aria-label={label} isDisabled={isDisabled}>
          {children}
        </AriaButton>
        <Tooltip className="ui-tooltip" offset={6}>
          {label}
        </Tooltip>
      </TooltipTrigger>
      <Popover className="ui-popover ui-menu-popover">
        <AriaMenu className="ui-menu" aria-label={label}>
          {actions.flatMap((action) => [
            ...(action.parted ? [<Separator key={`${action.id}-line`} className="ui-menu-line" />] : []),
            <AriaMenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className="ui-menu-item"
              data-danger={action.danger ? "" : undefined}
              onAction={action.act}
            >
              <span className="ui-menu-icon">{action.icon}</span>
              <span className="ui-menu-words">{action.label}</span>
              {action.chosen ? <Check size={15} aria-hidden /> : null}
            </AriaMenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
