/** Several files at once, or one on the board: what each is, then all are put together with what is on this device. */
import { Check, CircleAlert, FileText } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { FilesFrame } from "./filesFrame.ts";
import { type JourneySource, readSource, type SourceReading } from "./journeySource.ts";
import { readingSentence } from "./readingSentence.ts";

interface Props {
  readonly sources: readonly JourneySource[];
  readonly frame: FilesFrame;
  readonly onClose: () => void;
}

type Outcome = { readonly is: "taken" | "refused"; readonly text: string };

export function FilesDialog({ sources, frame, onClose }: Props) {
  const words = useWords();
  const say = words.laptop.takeIn;
  const readingById = useReadings(sources);
  const [outcomeById, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const [stage, setStage] = useState<"choosing" | "going" | "done">("choosing");
  const isRead = readingById.size === sources.length;
  const takable = sources.filter(({ id }) => isTakable(readingById.get(id)));

  const go = async () => {
    setStage("going");
    // One after the other: two files of one workshop meet on the same disk.
    for (const { id } of takable) {
      const outcome = await takeOne(readingById.get(id), frame, words);
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setStage("done");
  };

  return (
    <Dialog
      title={say.title(sources.length)}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        stage === "done" || (isRead && takable.length === 0) ? (
          <Button look="primary" onPress={onClose}>
            {words.app.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.app.cancel}</Button>
            <Button look="primary" isDisabled={!isRead || stage === "going"} onPress={() => void go()}>
              {stage === "going" ? say.going : say.go}
            </Button>
          </>
        )
      }
    >
      <ul className="library-files" aria-busy={!isRead || stage === "going"}>
        {sources.map(({ id, name }) => {
          const outcome = outcomeById.get(id);
          const reading = readingById.get(id);
          const isBad = outcome?.is === "refused" || (reading !== undefined && !isTakable(reading));
          return (
            <FileLine key={id} name={name} state={isBad ? "bad" : outcome ? "done" : "waiting"}>
              {outcome?.text ?? (reading ? readingSentence(reading, frame, words) : say.reading)}
            </FileLine>
          );
        })}
      </ul>
      <p role="status">{stage === "done" ? say.done : isRead && takable.length === 0 ? say.nothing : ""}</p>
    </Dialog>
  );
}

const ICONS = { bad: CircleAlert, done: Check, waiting: FileText } as const;

interface LineProps {
  readonly name: string;
  readonly state: keyof typeof ICONS;
  readonly children: ReactNode;
}

function FileLine({ name, state, children }: LineProps) {
  const Icon = ICONS[state];
  return (
    <li className="library-files-line" data-state={state}>
      <Icon className="library-files-icon" size={17} aria-hidden />
      <span className="library-file-name">{name}</span>
      <span className="library-files-words">{children}</span>
    </li>
  );
}

function useReadings(sources: readonly JourneySource[]): ReadonlyMap<number, SourceReading> {
  const [readingById, setReadings] = useState<ReadonlyMap<number, SourceReading>>(new Map());
  useEffect(() => {
    let gone = false;
    const readAll = async () => {
      for (const source of sources) {
        const reading = await readSource(source);
        if (gone) return;
        setReadings((before) => new Map(before).set(source.id, reading));
      }
    };
    void readAll();
    return () => {
      gone = true;
    };
  }, [sources]);
  return readingById;
}

/** A map in another format asks questions of its own. */
function isTakable(reading: SourceReading | undefined): boolean {
  return reading?.ok === true && reading.kind !== "drafts";
}

async function takeOne(reading: SourceReading | undefined, frame: FilesFrame, words: Words): Promise<Outcome> {
  const say = words.laptop.takeIn;
  try {
    if (!reading?.ok || reading.kind === "drafts") return { is: "refused", text: words.files.cannot };
    if (reading.kind === "everything") {
      const { leftOut } = await frame.takeInEverything(reading.bundle);
      return { is: "taken", text: leftOut > 0 ? `${say.done} ${say.damaged(leftOut)}` : say.done };
    }
    const { title, leftOut } = await frame.takeIn(reading.contents);
    const taken = say.taken(title || words.files.untitled);
    return { is: "taken", text: leftOut > 0 ? `${taken} ${say.damaged(leftOut)}` : taken };
  } catch (error) {
    return { is: "refused", text: error instanceof Error ? error.message : String(error) };
  }
}
