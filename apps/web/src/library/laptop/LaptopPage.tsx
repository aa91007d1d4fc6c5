/** What is on this device: every workshop with its size, where its work is, and its last copy; and the ways to take it. */
import { ArrowLeft, FolderInput, PackageOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { FileTrigger } from "react-aria-components";
import type { KeptWords } from "../../live/device.ts";
import type { LaptopEntry } from "../../live/laptopEntries.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { deviceKind } from "../../ui/deviceKind.ts";
import { InOwnTerms } from "../../words/InOwnTerms.tsx";
import { useWords } from "../../words/words.ts";
import { ForgetDialog } from "../ForgetDialog.tsx";
import { useDroppedFiles } from "../useDroppedFiles.ts";
import { AddressCards } from "./AddressCards.tsx";
import { ForgetWordsDialog } from "./ForgetWordsDialog.tsx";
import type { LaptopFrame } from "./frame.ts";
import { KeptWordsList } from "./KeptWordsList.tsx";
import { TakeAlongDialog } from "./TakeAlongDialog.tsx";
import { WorkshopLine } from "./WorkshopLine.tsx";

interface Props {
  /** `undefined` while they are read from the disk. */
  readonly entries: readonly LaptopEntry[] | undefined;
  readonly kept: readonly KeptWords[];
  readonly frame: LaptopFrame;
}

type LaptopDialog =
  | { readonly kind: "along" }
  | { readonly kind: "forget"; readonly entry: LaptopEntry }
  | { readonly kind: "forget-words"; readonly words: KeptWords };

export function LaptopPage({ entries, kept, frame }: Props) {
  const words = useWords();
  const say = words.laptop;
  const device = words.app.devices[deviceKind()];
  const [dialog, setDialog] = useState<LaptopDialog | null>(null);
  const dropping = useDroppedFiles({ onFiles: frame.openFiles });
  const close = () => setDialog(null);
  useEffect(() => {
    document.title = say.documentTitle(device);
  }, [say, device]);

  return (
    <div className="laptop" data-dropping={dropping ? "" : undefined}>
      <header className="laptop-head">
        <IconButton label={words.app.back} icon={<ArrowLeft size={19} aria-hidden />} onPress={frame.home} />
        <h1>{say.title(device)}</h1>
      </header>
      <main className="laptop-main">
        <p className="laptop-lead">{say.lead(device)}</p>
        <div className="laptop-actions">
          <Button
            look="primary"
            icon={<PackageOpen size={16} aria-hidden />}
            isDisabled={!entries || entries.length + kept.length === 0}
            onPress={() => setDialog({ kind: "along" })}
          >
            {say.along.action}
          </Button>
          <FileTrigger allowsMultiple onSelect={(files) => frame.openFiles([...(files ?? [])])}>
            <Button icon={<FolderInput size={16} aria-hidden />}>{say.takeIn.action}</Button>
          </FileTrigger>
          {entries ? <span className="laptop-total">{say.total(entries.length, bytesOf(entries))}</span> : null}
        </div>
        <Workshops entries={entries} frame={frame} onForget={(entry) => setDialog({ kind: "forget", entry })} />
        <KeptWordsList
          kept={kept}
          onSave={frame.saveWords}
          onForget={(of) => setDialog({ kind: "forget-words", words: of })}
        />
        <AddressCards />
      </main>
      {dropping ? <div className="library-drop">{words.library.dropHere}</div> : null}
      {dialog?.kind === "along" ? <TakeAlongDialog onGo={frame.takeAlong} onClose={close} /> : null}
      {dialog?.kind === "forget" ? (
        <InOwnTerms terms={dialog.entry.terms}>
          <ForgetDialog
            entry={dialog.entry}
            onCopy={() => void frame.saveCopy(dialog.entry)}
            onForget={() => void frame.forget(dialog.entry)}
            onClose={close}
          />
        </InOwnTerms>
      ) : null}
      {dialog?.kind === "forget-words" ? (
        <ForgetWordsDialog words={dialog.words} onForget={() => void frame.forgetWords(dialog.words)} onClose={close} />
      ) : null}
    </div>
  );
}

interface WorkshopsProps {
  readonly entries: readonly LaptopEntry[] | undefined;
  readonly frame: LaptopFrame;
  readonly onForget: (entry: LaptopEntry) => void;
}

function Workshops({ entries, frame, onForget }: WorkshopsProps) {
  const say = useWords().laptop;
  if (!entries) return <p role="status">{say.reading}</p>;
  if (entries.length === 0) return <p className="library-empty">{say.none}</p>;
  return (
    <ul className="laptop-list">
      {entries.map((entry) => (
        <li key={entry.known.id} className="laptop-line">
          <InOwnTerms terms={entry.terms}>
            <WorkshopLine
              entry={entry}
              onOpen={() => frame.open(entry)}
              onCopy={() => void frame.saveCopy(entry)}
              onForget={() => onForget(entry)}
            />
          </InOwnTerms>
        </li>
      ))}
    </ul>
  );
}

function bytesOf(entries: readonly LaptopEntry[]): number {
  return entries.reduce((sum, { holdings }) => sum + holdings.bytes, 0);
}
