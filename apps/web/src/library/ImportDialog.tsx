/** From a file or pasted lines to a map: what was found is shown first; a problem is one sentence and changes nothing. */
import { withScale } from "@sameside/interchange";
import type { JourneyDraft, Scale } from "@sameside/model";
import { useEffect, useEffectEvent, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { DraftsChoice } from "./DraftsChoice.tsx";
import type { LibraryFrame } from "./frame.ts";
import { type JourneySource, readSource, type SourceReading } from "./journeySource.ts";
import { problemIn, readingSentence } from "./readingSentence.ts";

interface Props {
  readonly source: JourneySource;
  readonly frame: LibraryFrame;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

export function ImportDialog({ source, frame, onFile, onClose }: Props) {
  const words = useWords();
  const say = words.files;
  const [result, setResult] = useState<SourceReading | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly JourneyDraft[] | null>(null);
  const [scale, setScale] = useState<Scale | null>(null);

  const take = useEffectEvent((read: SourceReading) => {
    setResult(read);
    if (!read.ok || read.kind !== "drafts") return;
    if (read.drafts.length === 1) setChosen(read.drafts);
    setScale("known" in read.scale ? read.scale.known : (read.scale.suggestions[0] ?? null));
  });
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await readSource(source);
      if (!gone) take(found);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [source]);

  const open = async () => {
    if (!result?.ok) return;
    try {
      if (result.kind === "sameside") await frame.openSameside(result.contents);
      else if (result.kind === "everything") await frame.openEverything(result.bundle);
      else if (chosen && scale) await frame.openDrafts(chosen.map((draft) => withScale(draft, scale)));
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  const ready = result?.ok && (result.kind !== "drafts" || (chosen !== null && scale !== null));

  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          {result && !result.ok ? (
            <FileTrigger
              onSelect={(files) => {
                const file = files?.[0];
                if (file) onFile(file);
              }}
            >
              <Button look="primary">{say.another}</Button>
            </FileTrigger>
          ) : (
            <Button look="primary" isDisabled={!ready} onPress={() => void open()}>
              {say.open}
            </Button>
          )}
        </>
      }
    >
      <p className="library-file-name">{source.name}</p>
      {result === null ? <p role="status">{say.reading}</p> : null}
      {result && !result.ok ? <Problem sentence={problemIn(result, words)} cannot={say.cannot} /> : null}
      {result?.ok && result.kind !== "drafts" ? <p>{readingSentence(result, frame, words)}</p> : null}
      {result?.ok && result.kind === "drafts" ? (
        <DraftsChoice found={result} chosen={chosen} onChosen={setChosen} scale={scale} onScale={setScale} />
      ) : null}
      {refusal === null ? null : <Problem sentence={refusal} cannot={say.cannot} />}
    </Dialog>
  );
}

function Problem({ sentence, cannot }: { readonly sentence: string; readonly cannot: string }) {
  return (
    <div role="alert" className="library-problem">
      <p>{sentence}</p>
      <p className="ui-hint">{cannot}</p>
    </div>
  );
}
