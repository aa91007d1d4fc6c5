/** One thing that stands under a person's name. */
import { Check } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { OwnWords, TakenBack } from "./OwnWords.tsx";
import type { OwnThing } from "./ownThings.ts";

interface Props {
  readonly thing: OwnThing;
  /** The name of who wrote it down, as long as it waits for a yes. */
  readonly writer: string | undefined;
  readonly isGone: boolean;
  readonly editable: boolean;
  readonly onYes: () => void;
  readonly onCorrect: (text: string) => boolean;
  readonly onTakeBack: () => void;
  readonly onBringBack: () => void;
}

export function ThingItem({ thing, writer, isGone, editable, onYes, onCorrect, onTakeBack, onBringBack }: Props) {
  const say = useWords().leaving.readBack;
  const { kind, text, place } = thing;
  const [draft, setDraft] = useState<string | null>(null);
  if (isGone)
    return (
      <li className="leaving-thing">
        <TakenBack text={text} onBringBack={onBringBack} />
      </li>
    );
  return (
    <li className="leaving-thing" data-waits={writer === undefined ? undefined : ""}>
      <OwnWords draft={draft} text={text} onDraft={setDraft} onCorrect={onCorrect} />
      <p className="leaving-quiet">
        {say.at(say.kinds[kind], place)}
        {writer === undefined ? null : <strong>{` · ${say.wrote(writer)}`}</strong>}
      </p>
      {editable && draft === null ? (
        <div className="leaving-acts">
          {writer === undefined ? null : (
            <Button icon={<Check size={15} aria-hidden />} aria-label={say.yesTo(text)} onPress={onYes}>
              {say.yes}
            </Button>
          )}
          <Button aria-label={say.correctOf(text)} onPress={() => setDraft(text)}>
            {say.correct}
          </Button>
          <Button aria-label={say.takeBackOf(text)} onPress={onTakeBack}>
            {say.takeBack}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
