/** One map on this device: its curve, its title, when it was open, and where its work is. */
import { emotionCurve } from "@sameside/insights";
import type { JourneyView } from "@sameside/model";
import { CheckCheck, ClipboardList, CloudOff, Ellipsis, Eye, HardDrive, Save, Trash2 } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { EmotionThumb } from "../journey/EmotionThumb.tsx";
import type { LibraryEntry } from "../live/libraryEntries.ts";
import { deviceKind } from "../ui/deviceKind.ts";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { type EntryState, stateOfEntry, titleOfEntry, whenOpened } from "./entryState.ts";

interface Props {
  readonly entry: LibraryEntry;
  readonly onOpen: () => void;
  /** `undefined` for who may not. */
  readonly onPrepare: (() => void) | undefined;
  readonly onForget: () => void;
  readonly onCopy: () => void;
}

const ICONS = { alone: HardDrive, waiting: CloudOff, saved: CheckCheck, reading: Eye } as const;

export function WorkshopCard({ entry, onOpen, onPrepare, onForget, onCopy }: Props) {
  const words = useWords();
  const say = words.library;
  const title = titleOfEntry(entry) || say.invitedMap;
  const journey = entry.view?.journeys[0];
  const state = stateOfEntry(entry);
  const Icon = ICONS[state];
  return (
    <article className="library-card">
      <EmotionThumb means={journey ? meansOf(journey) : []} title={title} />
      <AriaButton className="library-card-open" aria-label={say.open(title)} onPress={onOpen}>
        {title}
      </AriaButton>
      <p className="library-card-facts">
        {[journey?.customerType, whenOpened(entry.known.openedAt, say)].filter(Boolean).join(" · ")}
      </p>
      <p className="library-card-state" data-state={state}>
        <Icon size={15} aria-hidden />
        {stateWords(state, entry, words)}
      </p>
      <div className="library-card-more">
        <Menu
          label={say.more(title)}
          actions={[
            ...(onPrepare ? [prepareAction(words, onPrepare)] : []),
            { id: "copy", label: words.board.exportSameside, icon: <Save size={16} aria-hidden />, act: onCopy },
            {
              id: "forget",
              label: say.forget.action,
              icon: <Trash2 size={16} aria-hidden />,
              danger: true,
              parted: true,
              act: onForget,
            },
          ]}
        >
          <Ellipsis size={17} aria-hidden />
        </Menu>
      </div>
    </article>
  );
}

function prepareAction(words: Words, act: () => void): MenuAction {
  return { id: "prepare", label: words.prepare.action, icon: <ClipboardList size={16} aria-hidden />, act };
}

function stateWords(state: EntryState, entry: LibraryEntry, words: Words): string {
  const { states } = words.library;
  if (state === "waiting") return states.waiting(entry.waiting);
  return state === "alone" ? states.alone(words.app.devices[deviceKind()]) : states[state];
}

/** The stored picture of a board may be from an older version of the app: then there is no curve, and no broken page. */
function meansOf(journey: JourneyView): readonly (number | undefined)[] {
  try {
    return emotionCurve(journey).map((point) => point.mean);
  } catch {
    return [];
  }
}
