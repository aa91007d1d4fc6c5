/** How a touchpoint felt to a person, in the words of its scale, and in their own. */
import { levelsOf } from "@sameside/layout";
import { useState } from "react";
import { levelIndex, levelWord, namedScale } from "../journey/feelingWords.ts";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { useWords } from "../words/words.ts";
import { OwnWords, TakenBack } from "./OwnWords.tsx";
import type { OwnFeeling } from "./ownThings.ts";

interface Props {
  readonly feeling: OwnFeeling;
  readonly isGone: boolean;
  readonly editable: boolean;
  readonly onRate: (value: number) => void;
  readonly onCorrect: (words: string) => boolean;
  readonly onTakeBack: () => void;
  readonly onBringBack: () => void;
}

export function FeelingItem({ feeling, isGone, editable, onRate, onCorrect, onTakeBack, onBringBack }: Props) {
  const words = useWords();
  const say = words.leaving.readBack;
  const { place, rating, journey } = feeling;
  const scale = namedScale(journey);
  const levels = levelsOf(scale);
  const index = levelIndex(rating.value, levels);
  const felt = levelWord(words, levels[index] ?? 0, scale);
  const [draft, setDraft] = useState<string | null>(null);
  const what = `${felt}: ${place}`;
  if (isGone)
    return (
      <li className="leaving-thing">
        <TakenBack text={what} onBringBack={onBringBack} />
      </li>
    );
  return (
    <li className="leaving-thing">
      {editable ? (
        <SelectField
          label={say.level(place)}
          hideLabel
          value={String(index)}
          options={levels.map((value, at) => ({ value: String(at), label: levelWord(words, value, scale) })).reverse()}
          onChange={(at) => onRate(levels[Number(at)] ?? rating.value)}
        />
      ) : (
        <p className="leaving-words">{felt}</p>
      )}
      {rating.words ? <OwnWords draft={draft} text={rating.words} onDraft={setDraft} onCorrect={onCorrect} /> : null}
      <p className="leaving-quiet">{say.at(say.kinds.feeling, place)}</p>
      {editable && draft === null ? (
        <div className="leaving-acts">
          {rating.words ? (
            <Button aria-label={say.correctOf(rating.words)} onPress={() => setDraft(rating.words ?? "")}>
              {say.correct}
            </Button>
          ) : null}
          <Button aria-label={say.takeBackOf(what)} onPress={onTakeBack}>
            {say.takeBack}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
