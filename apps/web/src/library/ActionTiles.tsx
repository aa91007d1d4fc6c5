/** The ways to begin. */
import { ClipboardList, FileUp, QrCode, Sparkles, Waypoints } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, FileTrigger } from "react-aria-components";
import { useWords } from "../words/words.ts";

/** What the file chooser offers first; any file may be chosen, and the reader says what it is. */
const FILE_TYPES = [".mmd", ".md", ".csv", ".tsv", ".txt", ".sameside", ".mermaid"];

interface Props {
  readonly onStart: () => void;
  readonly onPrepare: () => void;
  readonly onExample: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onJoin: () => void;
}

export function ActionTiles({ onStart, onPrepare, onExample, onFiles, onJoin }: Props) {
  const say = useWords().library;
  return (
    <section className="library-actions" aria-label={say.actions}>
      <Tile main label={say.start} note={say.startNote} icon={<Sparkles size={22} aria-hidden />} onPress={onStart} />
      <Tile
        label={say.prepare}
        note={say.prepareNote}
        icon={<ClipboardList size={22} aria-hidden />}
        onPress={onPrepare}
      />
      <Tile label={say.example} note={say.exampleNote} icon={<Waypoints size={22} aria-hidden />} onPress={onExample} />
      <FileTrigger acceptedFileTypes={FILE_TYPES} allowsMultiple onSelect={(files) => onFiles([...(files ?? [])])}>
        <Tile label={say.file} note={say.fileNote} icon={<FileUp size={22} aria-hidden />} />
      </FileTrigger>
      <Tile label={say.join} note={say.joinNote} icon={<QrCode size={22} aria-hidden />} onPress={onJoin} />
    </section>
  );
}

interface TileProps {
  readonly label: string;
  readonly note: string;
  readonly icon: ReactNode;
  readonly main?: boolean;
  readonly onPress?: () => void;
}

function Tile({ label, note, icon, main = false, onPress }: TileProps) {
  return (
    <AriaButton className="library-tile" data-main={main ? "" : undefined} {...(onPress ? { onPress } : {})}>
      {icon}
      <span className="library-tile-label">{label}</span>
      <span className="library-tile-note">{note}</span>
    </AriaButton>
  );
}
