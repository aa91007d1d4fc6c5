/** The photos and sounds of a card or a touchpoint, and the ways to add one: pick, drop, paste. */
import type { EvidenceView, SubjectId } from "@sameside/model";
import { Camera, Mic } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { AddFileDialog } from "./AddFileDialog.tsx";
import "./attachments.css";
import { FileDialog } from "./FileDialog.tsx";
import { FileThumb } from "./FileThumb.tsx";
import { type FileKind, kindOf } from "./prepare.ts";
import { type FileDesk, hasFile } from "./slot.ts";

interface Props extends FileDesk {
  readonly subject: SubjectId;
  readonly evidence: readonly EvidenceView[];
}

interface Picked {
  readonly file: File;
  readonly kind: FileKind;
}

export function AttachmentSection({ subject, evidence, ...desk }: Props) {
  const say = useWords().attachments;
  const [picked, setPicked] = useState<Picked | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = evidence.filter(hasFile);
  const open = shown.find(({ id }) => id === opened);
  const take = (file: File | undefined, kind = file && kindOf(file)) => {
    if (file && kind) setPicked({ file, kind });
  };
  useFilesFromOutside(desk.editable && picked === null, take);
  if (shown.length === 0 && !desk.editable) return null;
  return (
    <section className="att-section" aria-label={say.section}>
      <h3 className="ui-label">{say.section}</h3>
      {shown.length > 0 ? (
        <ul className="att-thumbs">
          {shown.map((each) => (
            <li key={each.id}>
              <FileThumb {...desk} evidence={each} onOpen={() => setOpened(each.id)} />
            </li>
          ))}
        </ul>
      ) : null}
      {desk.editable ? (
        <div className="att-add">
          <FileTrigger
            acceptedFileTypes={["image/*"]}
            defaultCamera="environment"
            onSelect={(files) => take(files?.[0], "photo")}
          >
            <Button icon={<Camera size={15} aria-hidden />}>{say.addPhoto}</Button>
          </FileTrigger>
          <FileTrigger
            acceptedFileTypes={["audio/*"]}
            defaultCamera="user"
            onSelect={(files) => take(files?.[0], "sound")}
          >
            <Button icon={<Mic size={15} aria-hidden />}>{say.addSound}</Button>
          </FileTrigger>
          <p className="att-note att-with-mouse">{say.otherWays}</p>
        </div>
      ) : null}
      {picked ? <AddFileDialog {...desk} {...picked} subject={subject} onClose={() => setPicked(null)} /> : null}
      {open ? <FileDialog {...desk} evidence={open} onClose={() => setOpened(null)} /> : null}
    </section>
  );
}

/** Files dropped on the page or pasted go to what the inspector shows; what is no picture and no sound is left alone. */
function useFilesFromOutside(isOn: boolean, take: (file: File | undefined) => void): void {
  const takeFrom = useEffectEvent((event: Event, from: DataTransfer | null) => {
    const file = [...(from?.files ?? [])].find((each) => kindOf(each) !== undefined);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const allow = (event: DragEvent) => {
      // Else the browser opens the file in the place of the page.
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => takeFrom(event, event.dataTransfer);
    const paste = (event: ClipboardEvent) => takeFrom(event, event.clipboardData);
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste, { capture: true });
    return () => {
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste, { capture: true });
    };
  }, [isOn]);
}
