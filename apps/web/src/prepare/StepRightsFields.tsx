/** Who may write on the maps in a step: what its kind allows can be chosen, and what it does not allow is said. */
import {
  mayHaveRights,
  STEP_RIGHTS,
  type StepRight,
  type StepRights,
  type StepView,
  usualRights,
} from "@sameside/model";
import { RotateCcw } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly step: StepView;
  readonly editable: boolean;
  readonly onChange: (rights: StepRights) => void;
}

/** Who leads a table sees its map in each step. */
const FOR_MODERATORS: readonly StepRight[] = ["read", "write"];

export function StepRightsFields({ step: { kind, rights }, editable, onChange }: Props) {
  const say = useWords().prepare.agenda;
  const { customer, colleague } = rights;
  const isAlike = !mayHaveRights(kind, { ...rights, customer: "write", colleague: "read" });
  const options = (may: readonly StepRight[]) => may.map((value) => ({ value, label: say.rightWords[value] }));
  const forColleagues = STEP_RIGHTS.filter((right) => mayHaveRights(kind, { ...rights, colleague: right }));
  const setCustomers = (right: StepRight) =>
    onChange({ ...rights, customer: right, colleague: fitting(kind, { ...rights, customer: right }) });
  const usual = usualRights(kind);
  const isUsual = customer === usual.customer && colleague === usual.colleague && rights.moderator === usual.moderator;
  return (
    <>
      <div className="prepare-three">
        <SelectField
          label={isAlike ? say.forBoth : say.forRole.customer}
          value={customer}
          options={options(STEP_RIGHTS)}
          onChange={setCustomers}
          isDisabled={!editable}
        />
        {isAlike ? null : (
          <SelectField
            label={say.forRole.colleague}
            value={colleague}
            options={options(forColleagues)}
            onChange={(right) => onChange({ ...rights, colleague: right })}
            isDisabled={!editable}
          />
        )}
        <SelectField
          label={say.forRole.moderator}
          value={rights.moderator}
          options={options(FOR_MODERATORS)}
          onChange={(right) => onChange({ ...rights, moderator: right })}
          isDisabled={!editable}
        />
      </div>
      <p className="ui-hint">
        {[isAlike ? say.alike : kind === "listen" ? say.listening : say.notLess, say.rightsHint].join(" ")}
      </p>
      {isUsual || !editable ? null : (
        <div>
          <Button icon={<RotateCcw size={15} aria-hidden />} onPress={() => onChange(usual)}>
            {say.usualRights}
          </Button>
        </div>
      )}
    </>
  );
}

/** What colleagues may then: as before where that may be, else as customers, and in listening they read. */
function fitting(kind: StepView["kind"], rights: StepRights): StepRight {
  const wished = [rights.colleague, rights.customer, "read"] as const;
  return wished.find((colleague) => mayHaveRights(kind, { ...rights, colleague })) ?? "none";
}
