/** One workshop on the page of this device: what it takes, where its work is, when it was last saved as a file. */
import { CheckCheck, CloudOff, HardDrive, Hourglass, Save, Trash2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { LaptopEntry } from "../../live/laptopEntries.ts";
import { IconButton } from "../../ui/Button.tsx";
import { deviceKind } from "../../ui/deviceKind.ts";
import { useWords, type Words } from "../../words/words.ts";
import { titleOfEntry, whenOpened } from "../entryState.ts";

interface Props {
  readonly entry: LaptopEntry;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onForget: () => void;
}

export function WorkshopLine({ entry, onOpen, onCopy, onForget }: Props) {
  const words = useWords();
  const say = words.laptop;
  const { known, holdings, copy } = entry;
  const title = titleOfEntry(entry) || words.library.invitedMap;
  return (
    <article className="laptop-workshop">
      <div className="laptop-name">
        <AriaButton className="laptop-open" aria-label={words.library.open(title)} onPress={onOpen}>
          {title}
        </AriaButton>
        <End entry={entry} />
      </div>
      <dl className="laptop-facts">
        <Fact name={say.columns.state}>
          <States entry={entry} />
        </Fact>
        <Fact name={say.columns.size}>
          {say.size(holdings.bytes)}
          {holdings.files > 0 ? <span className="laptop-small">{say.files(holdings.files)}</span> : null}
        </Fact>
        <Fact name={say.columns.copy}>{copy ? say.copied(whenOpened(copy.time, words.library)) : say.noCopy}</Fact>
        <Fact name={say.columns.relay}>{known.relay === undefined ? say.notShared : new URL(known.relay).host}</Fact>
      </dl>
      <div className="laptop-do">
        <IconButton
          label={`${words.board.exportSameside}: ${title}`}
          icon={<Save size={17} aria-hidden />}
          onPress={onCopy}
        />
        <IconButton
          label={`${words.library.forget.action} ${title}`}
          icon={<Trash2 size={17} aria-hidden />}
          onPress={onForget}
        />
      </div>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function States({ entry: { known, holdings } }: { readonly entry: LaptopEntry }) {
  const words = useWords();
  const { states } = words.laptop;
  const { changes, answers, files } = holdings.waiting;
  const waiting = changes + answers + files;
  const isShared = known.relay !== undefined;
  return (
    <>
      {holdings.setAside > 0 ? (
        <State look="bad" icon={<TriangleAlert size={15} aria-hidden />}>
          {states.setAside(holdings.setAside)}
        </State>
      ) : null}
      {!isShared ? (
        <State look="plain" icon={<HardDrive size={15} aria-hidden />}>
          {states.alone(words.app.devices[deviceKind()])}
        </State>
      ) : waiting > 0 ? (
        <State look="bad" icon={<CloudOff size={15} aria-hidden />}>
          {states.waiting(waiting)}
        </State>
      ) : (
        <State look="good" icon={<CheckCheck size={15} aria-hidden />}>
          {states.saved}
        </State>
      )}
    </>
  );
}

interface StateProps {
  readonly look: "good" | "bad" | "plain";
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function State({ look, icon, children }: StateProps) {
  return (
    <span className="laptop-state" data-look={look}>
      {icon}
      {children}
    </span>
  );
}

/** When the workshop ends, or that it has, and what comes of that here. */
function End({ entry }: { readonly entry: LaptopEntry }) {
  const words = useWords();
  const sentence = endSentence(entry, words);
  if (sentence === undefined) return null;
  return (
    <p className="laptop-end" data-over={entry.over ? "" : undefined}>
      <Hourglass size={14} aria-hidden />
      {sentence}
    </p>
  );
}

function endSentence({ over, closedOn, keepUntil, stays }: LaptopEntry, { laptop }: Words): string | undefined {
  const say = laptop.over;
  if (!over) return keepUntil === "" ? undefined : say.until(keepUntil);
  const told = over === "closed" ? say.closed(closedOn) : say.expired(keepUntil);
  return `${told}. ${stays ? say.yours : say.waits}`;
}
