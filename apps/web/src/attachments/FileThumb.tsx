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
    <div className="att-thumb" data-file={state.is}>
      <Button
        className="att-thumb-picture"
        aria-label={say.open(evidence.text)}
        onPress={onOpen}
        isDisabled={state.is === "takenOut"}
      >
        {url === undefined ? <Sign state={state} isPhoto={isPhoto} /> : <img src={url} alt={evidence.text} />}
      </Button>
      <div className="att-thumb-words">
        <p className="att-thumb-text">{evidence.text}</p>
        {state.is === "here" && state.where === "shared" ? null : <p className="att-note">{where}</p>}
      </div>
    </div>
  );
}

function Sign({ state, isPhoto }: { readonly state: FileState; readonly isPhoto: boolean }) {
  if (state.is === "missing") return <CloudOff size={20} aria-hidden />;
  if (state.is === "here" && state.where === "asked") return <ShieldQuestion size={20} aria-hidden />;
  return isPhoto ? <Image size={20} aria-hidden /> : <Mic size={20} aria-hidden />;
}
