/** Moves a thing to a place that is chosen by its name: as sure with a screen reader as with a finger. */
import {
  type CardView,
  type Id,
  type JourneyView,
  moveCard,
  moveLane,
  movePhase,
  moveTouchpoint,
  type Outcome,
  type TouchpointView,
} from "@sameside/model";
import { type ReactNode, useId, useState } from "react";
import { touchpointOf } from "../journey/acts.ts";
import type { Selection } from "../journey/contract.ts";
import { cardOf } from "../journey/editing.ts";
import { titleOf } from "../journey/removing.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  readonly subject: Selection;
  readonly onClose: () => void;
}

/** Where something goes. `before` is empty for the end of the list. */
interface Place {
  readonly parent: Id;
  readonly lane: Id;
  readonly before: Id;
}

export function MoveDialog({ desk, subject, onClose }: Props) {
  const words = useWords();
  const say = words.table.moveDialog;
  const { props, focus } = desk;
  const { journey, run } = props;
  const [place, setPlace] = useState<Place>(() => placeNow(journey, subject));
  const isCard = subject.kind === "card";
  const siblings = siblingsAt(journey, subject, place).filter(({ id }) => id !== subject.id);
  const move = () => {
    const { outcome } = run<unknown>(movementTo(desk, subject, place));
    onClose();
    if (outcome !== "refused") focus(subject.id);
  };
  return (
    <Dialog
      title={say.title(titleOf(journey, subject))}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" onPress={move}>
            {say.go}
          </Button>
        </>
      }
    >
      {isCard ? (
        <Field label={say.place} value={place.parent} onChange={(parent) => setPlace({ ...place, parent, before: "" })}>
          {journey.phases.map((phase) => (
            <optgroup key={phase.id} label={phase.title || words.canvas.noName}>
              {phase.touchpoints.map(({ id, title }) => (
                <option key={id} value={id} data-content-of={id}>
                  {title || words.canvas.noName}
                </option>
              ))}
              <option value={phase.id}>{words.table.onWholePhase(phase.title)}</option>
            </optgroup>
          ))}
        </Field>
      ) : null}
      {isCard ? (
        <Field label={say.lane} value={place.lane} onChange={(lane) => setPlace({ ...place, lane, before: "" })}>
          {journey.lanes
            .filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling")
            .map(({ id, name, kind }) => (
              <option key={id} value={id} data-content-of={id}>
                {name || words.journey.laneKinds[kind]}
              </option>
            ))}
        </Field>
      ) : null}
      {subject.kind === "touchpoint" ? (
        <Field label={say.phase} value={place.parent} onChange={(parent) => setPlace({ ...place, parent, before: "" })}>
          {journey.phases.map(({ id, title }) => (
            <option key={id} value={id} data-content-of={id}>
              {title || words.canvas.noName}
            </option>
          ))}
        </Field>
      ) : null}
      <Field label={say.order} value={place.before} onChange={(before) => setPlace({ ...place, before })}>
        {siblings.map(({ id, name }) => (
          <option key={id} value={id} data-content-of={id}>
            {say.before(name)}
          </option>
        ))}
        <option value="">{say.last}</option>
      </Field>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** The browser's own list: the one that every phone and every screen reader knows best. */
function Field({ label, value, onChange, children }: FieldProps) {
  const id = useId();
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="ui-input" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

function placeNow(journey: JourneyView, { kind, id }: Selection): Place {
  const card: CardView | undefined = kind === "card" ? cardOf(journey, id) : undefined;
  const touchpoint: TouchpointView | undefined = touchpointOf(journey, id);
  return { parent: card?.parent ?? touchpoint?.phase ?? "", lane: card?.lane ?? "", before: "" };
}

/** What stands in the list that the thing goes into. */
function siblingsAt(
  journey: JourneyView,
  { kind }: Selection,
  { parent, lane }: Place,
): readonly { readonly id: Id; readonly name: string }[] {
  const holders = journey.phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  switch (kind) {
    case "card":
      return (holders.find(({ id }) => id === parent)?.cardsByLane[lane] ?? []).map(({ id, text }) => ({
        id,
        name: text,
      }));
    case "touchpoint":
      return (journey.phases.find(({ id }) => id === parent)?.touchpoints ?? []).map(named);
    case "phase":
      return journey.phases.map(named);
    case "lane":
      return journey.lanes;
    case "moment":
      return [];
  }
}

function named({ id, title }: { readonly id: Id; readonly title: string }) {
  return { id, name: title };
}

function movementTo({ props }: Desk, { kind, id }: Selection, { parent, lane, before: next }: Place): Outcome<unknown> {
  const { board, by } = props;
  const before = next === "" ? {} : { before: next };
  switch (kind) {
    case "card":
      return moveCard(board, by, { card: id, parent, lane, ...before });
    case "touchpoint":
      return moveTouchpoint(board, by, { touchpoint: id, phase: parent, ...before });
    case "phase":
      return movePhase(board, by, { phase: id, ...before });
    default:
      return moveLane(board, by, { lane: id, ...before });
  }
}
