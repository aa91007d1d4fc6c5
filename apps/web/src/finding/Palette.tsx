/** Every command by its words: what somebody types is looked for in all of them, the best first. */
import { nearness } from "@sameside/insights";
import { Check } from "lucide-react";
import { useMemo, useState } from "react";
import {
  Dialog as AriaDialog,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  TextField as AriaTextField,
  Autocomplete,
  Header,
  Input,
  Label,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import { afterFocusReturned, type MenuAction } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import "./finding.css";

export interface Commands {
  /** What they are about. */
  readonly label: string;
  readonly acts: readonly MenuAction[];
}

interface Props {
  readonly commands: readonly Commands[];
  readonly onClose: () => void;
}

/** A name that only fits together with what it is about stands behind those that fit by themselves. */
const WITH_ITS_GROUP = 0.5;

export function Palette({ commands, onClose }: Props) {
  const say = useWords().finding.palette;
  const [query, setQuery] = useState("");
  const groups = useMemo(() => merged(commands), [commands]);
  const isAsking = query.trim() !== "";
  const perform = (act: MenuAction) => {
    onClose();
    // What opens a field would lose the keyboard to what had it before.
    afterFocusReturned(act.act);
  };
  return (
    <ModalOverlay
      className="ui-veil finding-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ui-modal ui-modal-wide">
        <AriaDialog className="finding-palette" aria-label={say.title}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <AriaTextField className="finding-palette-field" autoFocus>
              <Label className="ui-only-heard">{say.field}</Label>
              <Input className="ui-input" autoComplete="off" placeholder={say.placeholder} />
            </AriaTextField>
            <AriaMenu
              className="ui-menu"
              aria-label={say.list}
              renderEmptyState={() => <p className="finding-none">{say.nothing}</p>}
            >
              {isAsking
                ? nearest(groups, query).map(({ id, about, act }) => (
                    <Item key={id} id={id} about={about} act={act} onAct={perform} />
                  ))
                : groups.map(({ label, acts }, group) => (
                    <AriaMenuSection key={label} id={label}>
                      <Header>{label}</Header>
                      {acts.map((act) => (
                        <Item key={act.id} id={idOf(group, act)} act={act} onAct={perform} />
                      ))}
                    </AriaMenuSection>
                  ))}
            </AriaMenu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ItemProps {
  readonly id: string;
  /** What it is about, where no heading says so. */
  readonly about?: string;
  readonly act: MenuAction;
  readonly onAct: (act: MenuAction) => void;
}

function Item({ id, about, act, onAct }: ItemProps) {
  return (
    <AriaMenuItem
      id={id}
      textValue={act.label}
      className="ui-menu-item"
      data-danger={act.danger ? "" : undefined}
      onAction={() => onAct(act)}
    >
      <span className="ui-menu-icon">{act.icon}</span>
      <span className="ui-menu-words">
        {act.label}
        {about === undefined ? null : <span className="finding-about">{about}</span>}
      </span>
      {act.keys ? <kbd className="ui-menu-key">{act.keys}</kbd> : null}
      {act.chosen ? <Check size={15} aria-hidden /> : null}
    </AriaMenuItem>
  );
}

/** Commands about the same stand together, whoever brought them. */
function merged(commands: readonly Commands[]): readonly Commands[] {
  const actsByLabel = new Map<string, readonly MenuAction[]>();
  for (const { label, acts } of commands) actsByLabel.set(label, [...(actsByLabel.get(label) ?? []), ...acts]);
  return [...actsByLabel].map(([label, acts]) => ({ label, acts }));
}

function nearest(commands: readonly Commands[], query: string) {
  return commands
    .flatMap(({ label, acts }, group) =>
      acts.map((act) => ({
        id: idOf(group, act),
        about: label,
        act,
        score: nearness(query, act.label) || WITH_ITS_GROUP * nearness(query, `${act.label} ${label}`),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** The same act may be about several things. */
function idOf(group: number, act: MenuAction): string {
  return `${group} ${act.id}`;
}
