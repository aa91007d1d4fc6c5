/** A button that opens a list of actions. */
import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";
import { useEscapeFromOutside } from "./useEscapeFromOutside.ts";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** The key that does the same, as it is written. */
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly chosen?: boolean;
  readonly danger?: boolean;
  /** A line above this item. */
  readonly parted?: boolean;
  readonly act: () => void;
}

/** Actions behind one item: those that are seldom wanted. */
export interface MenuGroup extends Pick<MenuAction, "id" | "label" | "icon" | "parted"> {
  readonly actions: readonly MenuAction[];
}

export type MenuActions = readonly (MenuAction | MenuGroup)[];

/** Every action of a list, also those in its groups. */
export function actionsIn(items: MenuActions): readonly MenuAction[] {
  return items.flatMap((item) => ("actions" in item ? item.actions : [item]));
}

interface Props {
  /** The button's accessible name; also its tooltip when it shows only an icon. */
  readonly label: string;
  readonly children: ReactNode;
  readonly look?: "icon" | "chip" | "plain" | "primary";
  /** A function is asked when the list opens. */
  readonly actions: MenuActions | (() => MenuActions);
  readonly isDisabled?: boolean;
}

export function Menu({ label, children, look = "icon", actions, isDisabled = false }: Props) {
  const classByLook = {
    icon: "ui-icon-button",
    chip: "ui-chip ui-chip-button",
    plain: "ui-button ui-button-plain",
    primary: "ui-button ui-button-primary",
  };
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
          <Items actions={actions} />
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** Rendered while the list is open only. */
function Items({ actions }: Pick<Props, "actions">) {
  return itemsOf(typeof actions === "function" ? actions() : actions);
}

interface MenuAtProps {
  readonly label: string;
  /**
   * The element that it opens at. It gets the keyboard back, if it is still there, before what was chosen is done: so
   * that an action may open a field, and the field keeps the keyboard.
   */
  readonly at: HTMLElement;
  readonly actions: readonly MenuAction[];
  readonly onClose: () => void;
}

/** A list of actions opened at an element of the page, by a key, a long press or the other mouse button. */
export function MenuAt({ label, at, actions, onClose }: MenuAtProps) {
  const trigger = useMemo(() => ({ current: at }), [at]);
  useEscapeFromOutside(onClose);
  return (
    <Popover
      className="ui-popover ui-menu-popover"
      triggerRef={trigger}
      aria-label={label}
      isOpen
      placement="bottom start"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu className="ui-menu" aria-label={label} autoFocus="first" onClose={onClose}>
        {itemsOf(actions.map((action) => ({ ...action, act: () => afterFocusReturned(action.act) })))}
      </AriaMenu>
    </Popover>
  );
}

/** A list or a dialog gives the keyboard back in the frame after it was closed. */
export function afterFocusReturned(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function itemsOf(items: MenuActions): ReactNode[] {
  return items.flatMap((item, index) => [
    ...(item.parted && index > 0 ? [<Separator key={`${item.id}-line`} className="ui-menu-line" />] : []),
    "actions" in item ? groupOf(item) : actionOf(item),
  ]);
}

function groupOf({ id, label, icon, actions }: MenuGroup): ReactNode {
  return (
    <SubmenuTrigger key={id}>
      <AriaMenuItem id={id} textValue={label} className="ui-menu-item">
        <span className="ui-menu-icon">{icon}</span>
        <span className="ui-menu-words">{label}</span>
        <ChevronRight size={15} aria-hidden />
      </AriaMenuItem>
      <Popover className="ui-popover ui-menu-popover" placement={isNarrow() ? "bottom start" : "end top"}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {itemsOf(actions)}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

/** No room for two lists beside each other. */
function isNarrow(): boolean {
  return matchMedia("(max-width: 700px)").matches;
}

function actionOf(action: MenuAction): ReactNode {
  return (
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
      {/* Seen, not heard: the name stays the act's own. */}
      {action.keys ? (
        <kbd className="ui-menu-key" aria-hidden>
          {action.keys}
        </kbd>
      ) : null}
      {action.chosen ? <Check size={15} aria-hidden /> : null}
    </AriaMenuItem>
  );
}
