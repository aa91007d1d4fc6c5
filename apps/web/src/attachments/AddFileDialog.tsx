/** Before a photo or a sound is added: what it shows, and whether a person is in it. */
import { addEvidence, MAX_TEXT_LENGTH, SOMEBODY_ELSE, type SubjectId } from "@sameside/model";
import { limits } from "@sameside/protocol";
import { useEffect, useState } from "react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";
import { AttachmentError } from "../live/liveFiles.ts";
import { useNames } from "../live/people.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords, type Words } from "../words/words.ts";
import { type FileKind, LONGEST_EDGE, prepare } from "./prepare.ts";
import type { FileDesk } from "./slot.ts";

interface Props extends FileDesk {
  readonly file: File;
  readonly kind: FileKind;
  readonly subject: SubjectId;
  readonly onClose: () => void;
}

export function AddFileDialog({ file, kind, subject, onClose, live, run }: Props) {
  const words = useWords();
  const say = words.attachments.dialog;
  const { bytes, url, problem, setProblem } = usePrepared(file, kind);
  const [text, setText] = useState("");
  const [hasPerson, setHasPerson] = useState<"yes" | "no" | null>(null);
  const [people, setPeople] = useState<readonly string[]>([]);
  const pictured = hasPerson === "yes" ? people : [];
  const isAnswered = hasPerson === "no" || people.length > 0;
  const add = async () => {
    if (!bytes) return;
    try {
      const hash = await live.files.keep(bytes, pictured);
      const fields = { subject, kind, text: text.trim(), file: hash, pictured };
      if (run(addEvidence(live.board, live.by, fields)).outcome === "refused") return;
      // Who adds a picture of themselves has agreed by that.
      if (pictured.includes(live.by.person)) await live.files.agree(hash);
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog
      title={say.title[kind]}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" isDisabled={!bytes || text.trim() === "" || !isAnswered} onPress={() => void add()}>
            {say.add}
          </Button>
        </>
      }
    >
      <div className="att-form">
        {problem === undefined ? null : (
          <p role="alert" className="att-warning">
            {sentenceOf(problem, words)}
          </p>
        )}
        <Preview kind={kind} name={file.name} url={url} isWaiting={!bytes && problem === undefined} />
        <TextField
          label={say.words[kind]}
          placeholder={say.wordsPlaceholder[kind]}
          hint={say.wordsHint}
          value={text}
          onChange={setText}
          maxLength={MAX_TEXT_LENGTH}
          autoFocus
        />
        <Choice
          label={say.person[kind]}
          value={hasPerson}
          onChange={setHasPerson}
          options={[
            { value: "no", label: say.no },
            { value: "yes", label: say.yes },
          ]}
        />
        {hasPerson === "yes" ? <WhoField live={live} people={people} onChange={setPeople} /> : null}
        <p className="att-note">{kind === "photo" ? say.removed.photo(LONGEST_EDGE) : say.removed.sound}</p>
      </div>
    </Dialog>
  );
}

interface PreviewProps {
  readonly kind: FileKind;
  readonly name: string;
  readonly url: string | undefined;
  readonly isWaiting: boolean;
}

/** As high while it is prepared as afterwards: what is below must not move away under a finger. */
function Preview({ kind, name, url, isWaiting }: PreviewProps) {
  const words = useWords();
  if (url === undefined && !isWaiting) return null;
  return (
    <div className="att-preview" data-kind={kind}>
      {url === undefined ? null : kind === "photo" ? (
        <img src={url} alt="" />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: its words are written right below it.
        <audio src={url} controls aria-label={name} />
      )}
      {isWaiting ? <p className="att-note">{words.attachments.preparing}</p> : null}
    </div>
  );
}

interface WhoProps extends Pick<FileDesk, "live"> {
  readonly people: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

function WhoField({ live, people, onChange }: WhoProps) {
  const say = useWords().attachments.dialog;
  const names = useNames(live);
  const me = live.by.person;
  const others = [...names].filter(([person]) => person !== me);
  const options = [[me, say.you] as const, ...others, [SOMEBODY_ELSE, say.somebodyElse] as const];
  const asked = people.filter((person) => person !== me);
  return (
    <CheckboxGroup className="att-who" value={[...people]} onChange={onChange}>
      <Label className="ui-label">{say.who}</Label>
      {options.map(([person, name]) => (
        <Checkbox key={person} value={person} className="att-check">
          <span className="att-box" aria-hidden />
          {name}
        </Checkbox>
      ))}
      {asked.length > 0 ? (
        <p className="att-note">{asked.includes(SOMEBODY_ELSE) ? say.staysNote : say.askedNote}</p>
      ) : null}
    </CheckboxGroup>
  );
}

/** The bytes as they will be kept, and an address at which the page shows exactly these. */
function usePrepared(file: File, kind: FileKind) {
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer>>();
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    let isOver = false;
    let made: string | undefined;
    const make = async () => {
      const prepared = await prepare(file, kind);
      if (isOver) return;
      made = URL.createObjectURL(new Blob([prepared], { type: kind === "photo" ? "image/jpeg" : file.type }));
      setUrl(made);
      setBytes(prepared);
    };
    make().catch((error: unknown) => {
      if (!isOver) setProblem(error);
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [file, kind]);
  return { bytes, url, problem, setProblem };
}

function sentenceOf(problem: unknown, words: Words): string {
  const say = words.attachments.problems;
  if (!(problem instanceof AttachmentError)) return say.unreadable;
  const MEGABYTE = 1024 * 1024;
  if (problem.problem === "too-large") return say["too-large"](Math.floor(limits.MAX_ATTACHMENT_BYTES / MEGABYTE));
  return say[problem.problem];
}
