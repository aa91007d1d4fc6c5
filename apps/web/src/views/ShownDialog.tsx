/** Chooses what of a map is shown: lanes and phases open, folded or hidden, pinned, and cards by what they are. */
import { type LeftOut, mayGoAway, type PartWay, type ViewChoice, withAllShown, withPart } from "@sameside/layout";
import { type CardView, GRADES, type Id, type JourneyView, ROLES } from "@sameside/model";
import { Pin } from "lucide-react";
import { useMemo } from "react";
import { ToggleButton } from "react-aria-components";
import { type CustomerTypes, typeName, useCustomerTypes } from "../journey/customerTypes.ts";
import { ICON_BY_LANE_KIND } from "../journey/kindLook.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { CARD_KINDS } from "./choiceText.ts";
import { keptChoice } from "./keptChoice.ts";

interface Props {
  readonly journey: JourneyView;
  readonly onClose: () => void;
}

export function ShownDialog({ journey, onClose }: Props) {
  const words = useWords();
  const say = words.views.dialog;
  const kept = keptChoice(journey.id);
  const choice = useStore(kept);
  const part = { journey, choice, onChange: kept.set };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={() => kept.set(withAllShown(choice))}>{say.showAll}</Button>
          <Button look="primary" onPress={onClose}>
            {say.done}
          </Button>
        </>
      }
    >
      <p>{say.lead}</p>
      <section className="views-parts" aria-label={say.lanes}>
        <h3>{say.lanes}</h3>
        <ul>
          {journey.lanes.map(({ id, name, kind }) => {
            const Icon = ICON_BY_LANE_KIND[kind];
            return (
              <Part key={id} {...part} id={id} name={name || words.journey.laneKinds[kind]}>
                <Icon size={16} strokeWidth={1.75} aria-hidden />
              </Part>
            );
          })}
        </ul>
      </section>
      <section className="views-parts" aria-label={say.phases}>
        <h3>{say.phases}</h3>
        <ul>
          {journey.phases.map(({ id, title }) => (
            <Part key={id} {...part} id={id} name={title || words.canvas.noName} />
          ))}
        </ul>
      </section>
      <LeftOutLists {...part} />
    </Dialog>
  );
}

interface PartProps {
  readonly journey: JourneyView;
  readonly choice: ViewChoice;
  readonly onChange: (choice: ViewChoice) => void;
}

type Way = "shown" | "folded" | "hidden";
const WAYS: readonly Way[] = ["shown", "folded", "hidden"];

function Part(props: PartProps & { readonly id: Id; readonly name: string; readonly children?: React.ReactNode }) {
  const { journey, choice, onChange, id, name, children } = props;
  const say = useWords().views.dialog;
  const isPinned = choice.pinned.includes(id);
  const way: Way = choice.hidden.includes(id) ? "hidden" : choice.folded.includes(id) ? "folded" : "shown";
  return (
    <li className="views-part">
      <span className="views-part-name" data-content-of={id}>
        {children}
        {name}
      </span>
      {mayGoAway(journey, id) ? (
        <Choice
          label={say.how(name)}
          hideLabel
          value={way}
          onChange={(next) => onChange(withWay(choice, id, next))}
          options={WAYS.map((value) => ({ value, label: say.ways[value] }))}
        />
      ) : (
        <span className="views-part-note">{say.always}</span>
      )}
      <ToggleButton
        className="ui-button ui-button-plain views-pin"
        aria-label={say.pin(name)}
        isSelected={isPinned}
        onChange={(isOn) => onChange(withPart(choice, "pinned", id, isOn))}
      >
        <Pin size={15} aria-hidden />
        {say.pinWord}
      </ToggleButton>
    </li>
  );
}

function withWay(choice: ViewChoice, id: Id, way: Way): ViewChoice {
  const set = (next: ViewChoice, part: PartWay) => withPart(next, part, id, way === part);
  return set(set(choice, "hidden"), "folded");
}

/** Only what this map has several of can be told apart. */
function LeftOutLists({ journey, choice, onChange }: PartProps) {
  const words = useWords();
  const say = words.views.dialog;
  const { without } = choice;
  const types = useCustomerTypes();
  const there = useMemo(() => kindsIn(journey, types), [journey, types]);
  const change = (part: Partial<LeftOut>) => onChange({ ...choice, without: { ...without, ...part } });
  const list = <K extends keyof LeftOut>(
    name: K,
    all: readonly LeftOut[K][number][],
    labelOf: (value: LeftOut[K][number]) => string,
  ) => {
    const listed = all.filter((value) => there[name].has(value) || without[name].includes(value as never));
    if (listed.length < 2 && without[name].length === 0) return null;
    const items = listed.map((value) => ({ key: value, label: labelOf(value) }));
    const ticked = new Set<string>(listed.filter((value) => !without[name].includes(value as never)));
    return (
      <div className="views-left-out">
        <h4>{say[name]}</h4>
        <CheckList
          label={say[name]}
          items={items}
          ticked={ticked}
          onChange={(now) => change({ [name]: listed.filter((value) => !now.has(value)) })}
        />
      </div>
    );
  };
  const known = types.all.map(({ id }) => id);
  const typesThere = [...known, ...[...there.customerTypes].filter((id) => !known.includes(id)).sort()];
  return (
    <section className="views-parts" aria-label={say.leftOut}>
      <h3>{say.leftOut}</h3>
      <p>{say.leftOutNote}</p>
      <div className="views-lists">
        {list("kinds", CARD_KINDS, (kind) => words.journey.cardKinds[kind])}
        {list("grades", GRADES, (grade) => words.journey.grades[grade])}
        {list("roles", ROLES, (role) => words.journey.roles[role])}
        {list("customerTypes", typesThere, (type) => typeName(type, types, words))}
      </div>
    </section>
  );
}

/** What the cards and feelings of a journey are. */
function kindsIn(
  { phases }: JourneyView,
  { typeOf }: CustomerTypes,
): { readonly [K in keyof LeftOut]: ReadonlySet<string> } {
  const holders = phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  const cards = holders.flatMap(({ cardsByLane }): CardView[] => Object.values(cardsByLane).flat());
  const ratings = phases.flatMap(({ touchpoints }) => touchpoints).flatMap(({ ratings }) => ratings);
  return {
    kinds: new Set(cards.map(({ kind }) => kind)),
    grades: new Set(cards.map(({ grade }) => grade)),
    roles: new Set(cards.map(({ authorRole }) => authorRole)),
    customerTypes: new Set(
      [...ratings, ...cards.map(({ author, authorRole }) => ({ person: author, role: authorRole }))]
        .filter(({ role }) => role === "customer")
        .map(typeOf),
    ),
  };
}
