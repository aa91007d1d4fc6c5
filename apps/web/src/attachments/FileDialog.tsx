/** One photo, large, or one sound to listen to; and the way to take it out. */
import { useState } from "react";
import { useFile, useFileUrl } from "../live/liveFiles.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import type { FileDesk, FileEvidence } from "./slot.ts";
import { takeOut } from "./takeOut.ts";
import { useWhereSentence } from "./whereSentence.ts";

interface Props extends Pick<FileDesk, "live" | "editable" | "nameOf"> {
  readonly evidence: FileEvidence;
  readonly onClose: () => void;
}

export function FileDialog({ evidence, onClose, ...desk }: Props) {
  const words = useWords();
  const say = words.attachments;
  const { live, nameOf } = desk;
  const [isAsking, setAsking] = useState(false);
  const state = useFile(live.files, evidence.file);
  const url = useFileUrl(live.files, evidence.file, state.is === "here");
  const where = useWhereSentence(desk, evidence, state);
  const me = live.by.person;
  const whose = evidence.pictured?.includes(me) ? "pictured" : evidence.author === me ? "own" : "anybody";
  return (
    <Dialog
      title={evidence.kind === "sound" ? say.kinds.sound : say.kinds.photo}
      size="wide"
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        isAsking ? (
          <>
            <Button onPress={() => setAsking(false)} autoFocus>
              {say.keepIt}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                onClose();
                void takeOut(desk, evidence.file);
              }}
            >
              {say.takeOutGo}
            </Button>
          </>
        ) : (
          <Button look="danger" onPress={() => setAsking(true)}>
            {say.takeOut[whose]}
          </Button>
        )
      }
    >
      <div className="att-large">
        {url === undefined ? null : evidence.kind === "sound" ? (
          // biome-ignore lint/a11y/useMediaCaption: what is to be heard stands in words right below it.
          <audio src={url} controls aria-label={evidence.text} />
        ) : (
          <img src={url} alt={evidence.text} />
        )}
        <p className="att-large-text">{evidence.text}</p>
        <p className="att-note">
          {say.addedBy(nameOf(evidence.author))} · {where}
        </p>
        {isAsking ? (
          <p role="alert" className="att-warning">
            {say.takeOutQuestion}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
