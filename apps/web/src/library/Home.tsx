/** The start page: what can I do now, and is my work safe. */
import type { TemplateId } from "@sameside/model";
import { Laptop, MapPin, Moon, Settings, Sun, SunMoon } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { LaptopEntry } from "../live/laptopEntries.ts";
import type { LibraryEntry } from "../live/libraryEntries.ts";
import { reloadsOffline } from "../live/newVersion.ts";
import { TemplateDialog } from "../template/TemplateDialog.tsx";
import { Button } from "../ui/Button.tsx";
import { deviceKind } from "../ui/deviceKind.ts";
import { Menu } from "../ui/Menu.tsx";
import { chooseTheme, chosenTheme, THEMES } from "../ui/theme.ts";
import { InOwnTerms } from "../words/InOwnTerms.tsx";
import { useWords } from "../words/words.ts";
import { ActionTiles } from "./ActionTiles.tsx";
import { FilesDialog } from "./FilesDialog.tsx";
import { ForgetDialog } from "./ForgetDialog.tsx";
import type { LibraryFrame } from "./frame.ts";
import { ImportDialog } from "./ImportDialog.tsx";
import { JoinDialog } from "./JoinDialog.tsx";
import { fromFile, fromText, type JourneySource } from "./journeySource.ts";
import { TakeAlongDialog } from "./laptop/TakeAlongDialog.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { TemplateChips } from "./TemplateChips.tsx";
import { useDroppedFiles } from "./useDroppedFiles.ts";
import { WorkshopCard } from "./WorkshopCard.tsx";
import { WorkshopDialog } from "./WorkshopDialog.tsx";

interface Props {
  /** `undefined` while they are read from the disk. */
  readonly entries: readonly LibraryEntry[] | undefined;
  readonly frame: LibraryFrame;
}

type HomeDialog =
  | { readonly kind: "start"; readonly template?: TemplateId }
  | { readonly kind: "prepare" | "join" | "paste" | "along" }
  | { readonly kind: "import"; readonly source: JourneySource }
  | { readonly kind: "files"; readonly sources: readonly JourneySource[] }
  | { readonly kind: "forget"; readonly entry: LaptopEntry };

const THEME_ICONS = { device: SunMoon, light: Sun, dark: Moon } as const;

export function Home({ entries, frame }: Props) {
  const words = useWords();
  const say = words.library;
  const [dialog, setDialog] = useState<HomeDialog | null>(null);
  const device = words.app.devices[deviceKind()];
  const heading = useId();
  const close = () => setDialog(null);
  const openFile = (file: File) => setDialog({ kind: "import", source: fromFile(file) });
  const openFiles = (files: readonly File[]) => {
    const [first] = files;
    if (files.length === 1 && first) openFile(first);
    else if (first) setDialog({ kind: "files", sources: files.map(fromFile) });
  };
  const askToForget = async (entry: LibraryEntry) => {
    const looked = await frame.look(entry);
    if (looked) setDialog({ kind: "forget", entry: looked });
  };
  const dropping = useDroppedFiles({ onFiles: openFiles });
  useEffect(() => {
    document.title = words.app.titleHome;
  }, [words]);

  return (
    <div className="library" data-dropping={dropping ? "" : undefined}>
      <header className="library-head">
        <span className="library-brand">
          <Logo />
          {words.app.name}
        </span>
        <span className="library-head-end">
          <AriaButton className="ui-chip ui-chip-button" onPress={frame.openLaptop}>
            <Laptop size={14} aria-hidden />
            {say.everythingHere(device)}
          </AriaButton>
          <Menu
            label={say.settings}
            actions={THEMES.map((theme) => {
              const Icon = THEME_ICONS[theme];
              return {
                id: theme,
                label: words.app.themes[theme],
                icon: <Icon size={16} aria-hidden />,
                chosen: chosenTheme() === theme,
                act: () => chooseTheme(theme),
              };
            })}
          >
            <Settings size={18} aria-hidden />
          </Menu>
        </span>
      </header>
      <main className="library-main">
        <h1 className="library-headline">
          {say.headline.map((line) => (
            <span key={line}>{line} </span>
          ))}
        </h1>
        <p className="library-lead">{say.lead}</p>
        <ActionTiles
          onStart={() => setDialog({ kind: "start" })}
          onPrepare={() => setDialog({ kind: "prepare" })}
          onExample={() => void frame.openExample()}
          onFiles={openFiles}
          onJoin={() => setDialog({ kind: "join" })}
        />
        <p className="library-paste">
          <span className="library-drop-hint">{say.dropOr}</span>
          <Button look="quiet" onPress={() => setDialog({ kind: "paste" })}>
            {say.paste}
          </Button>
        </p>
        <section aria-labelledby={heading}>
          <div className="library-section-head">
            <h2 id={heading} className="library-section">
              {say.onThisDevice(device)}
            </h2>
            <Button look="quiet" onPress={frame.openLaptop}>
              {words.laptop.more}
            </Button>
          </div>
          {entries?.length === 0 ? (
            <div className="library-empty">
              <h3>{say.empty.title}</h3>
              <p>{say.empty.text}</p>
            </div>
          ) : (
            <ul className="library-grid">
              {entries?.map((entry) => (
                <li key={entry.known.id}>
                  <InOwnTerms terms={entry.terms}>
                    <WorkshopCard
                      entry={entry}
                      onOpen={() => frame.open(entry)}
                      onForget={() => void askToForget(entry)}
                      onPrepare={frame.mayPrepare(entry) ? () => frame.prepare(entry) : undefined}
                      onCopy={() => void frame.saveCopy(entry)}
                    />
                  </InOwnTerms>
                </li>
              ))}
            </ul>
          )}
        </section>
        <TemplateChips onPick={(template) => setDialog({ kind: "start", template })} />
        {reloadsOffline() || !entries?.length ? null : (
          <p className="library-address">
            <MapPin className="library-address-icon" size={15} aria-hidden />
            <span>{words.laptop.homeLan(location.host)}</span>
            <Button look="quiet" onPress={() => setDialog({ kind: "along" })}>
              {words.laptop.along.action}
            </Button>
          </p>
        )}
      </main>
      {dropping ? <div className="library-drop">{say.dropHere}</div> : null}
      {dialog?.kind === "start" ? (
        <TemplateDialog way="start" first={dialog.template} onStart={(map) => void frame.start(map)} onClose={close} />
      ) : null}
      {dialog?.kind === "prepare" ? <WorkshopDialog onStart={frame.startWorkshop} onClose={close} /> : null}
      {dialog?.kind === "join" ? <JoinDialog onJoin={frame.join} onClose={close} /> : null}
      {dialog?.kind === "paste" ? (
        <PasteDialog
          onRead={(text) => setDialog({ kind: "import", source: fromText(say.pasteDialog.fileName, text) })}
          onClose={close}
        />
      ) : null}
      {dialog?.kind === "import" ? (
        <ImportDialog key={dialog.source.id} source={dialog.source} frame={frame} onFile={openFile} onClose={close} />
      ) : null}
      {dialog?.kind === "files" ? (
        <FilesDialog
          sources={dialog.sources}
          frame={frame}
          onClose={() => {
            close();
            void frame.reread();
          }}
        />
      ) : null}
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
    </div>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden>
      <path
        d="M4 23c5 0 5-12 12-12s7 12 12 12"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="16" cy="11" r="3.4" fill="var(--bad)" />
    </svg>
  );
}
