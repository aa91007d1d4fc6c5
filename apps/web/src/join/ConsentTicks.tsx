/** The ticks of consent, purpose by purpose; none is set for anybody. */
import { CONSENT_PURPOSES, type ConsentPurpose, SEAT_CONSENT } from "@sameside/model";
import { CheckList } from "../ui/CheckList.tsx";
import { useWords } from "../words/words.ts";
import type { ConsentChoice } from "./consent.ts";

interface Props {
  readonly choice: ConsentChoice;
  readonly onChange: (choice: ConsentChoice) => void;
  /** What it takes to have a seat was agreed to before: it is taken back by withdrawing, not here. */
  readonly isSeated?: boolean;
}

const REFUSABLE = CONSENT_PURPOSES.filter((purpose) => purpose !== SEAT_CONSENT);

export function ConsentTicks({ choice, onChange, isSeated = false }: Props) {
  const say = useWords().joining.consent;
  const ticksOf = (purposes: readonly ConsentPurpose[], label: string) => (
    <CheckList
      label={label}
      items={purposes.map((key) => ({ key, ...say.purposes[key] }))}
      ticked={choice.granted}
      onChange={(ticked) => {
        const others = [...choice.granted].filter((purpose) => !purposes.includes(purpose));
        onChange({ ...choice, granted: new Set([...others, ...purposes.filter((purpose) => ticked.has(purpose))]) });
      }}
    />
  );
  return (
    <div className="join-ticks">
      {isSeated ? null : (
        <section className="join-needed">
          <h2>{say.needed}</h2>
          {ticksOf([SEAT_CONSENT], say.needed)}
        </section>
      )}
      <section>
        <h2>{say.refusable}</h2>
        {ticksOf(REFUSABLE, say.refusable)}
      </section>
    </div>
  );
}
