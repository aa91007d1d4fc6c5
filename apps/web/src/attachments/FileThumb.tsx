/** A photo or a sound, small: what it shows, and how far it is. */
import { CloudOff, Image, Mic, ShieldQuestion } from "lucide-react";
import { Button } from "react-aria-components";
import { type FileState, useFile, useFileUrl } from "../live/liveFiles.ts";
import { useWords } from "../words/words.ts";
import type { FileDesk, FileEvidence } from "./slot.ts";
import { useWhereSentence } from "./whereSentence.ts";

interface Props extends FileDesk {
  readonly evidence: FileEvidence;
  readonly onOpen: () => void;
}

export function FileThumb({ evidence, onOpen, ...desk }: Props) {
  const say = useWords().attachments;
  const { files } = desk.live;
  const state = useFile(files, evidence.file);
  const isPhoto = evidence.kind === "photo";
  const url = useFileUrl(files, evidence.file, isPhoto && state.is === "here");
  const where = useWhereSentence(desk, evidence, state);
  return (
    <Button
      className="att-thumb"
      aria-label={say.open(evidence.text)}
      onPress={onOpen}
      data-file={state.is}
      isDisabled={state.is === "takenOut"}
    >
      <span className="att-thumb-picture">
        {url === undefined ? <Sign state={state} isPhoto={isPhoto} /> : <img src={url} alt={evidence.text} />}
      </span>
      <span className="att-thumb-words">
        <span className="att-thumb-text">{evidence.text}</span>
        {state.is === "here" && state.where === "shared" ? null : <span className="att-note">{where}</span>}
      </span>
    </Button>
  );
}

function Sign({ state, isPhoto }: { readonly state: FileState; readonly isPhoto: boolean }) {
  if (state.is === "missing") return <CloudOff size={20} aria-hidden />;
  if (state.is === "here" && state.where === "asked") return <ShieldQuestion size={20} aria-hidden />;
  return isPhoto ? <Image size={20} aria-hidden /> : <Mic size={20} aria-hidden />;
}
