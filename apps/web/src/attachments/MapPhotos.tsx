/** Draws the small photos on the cards of whatever stands inside of it, and shows one large. */
import type { PhotoView } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { CloudOff, Image, ShieldQuestion } from "lucide-react";
import { createContext, type KeyboardEvent, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { SmallPhotoContext } from "../journey/CardPhotos.tsx";
import type { LiveBoard } from "../live/liveBoard.ts";
import { type FileState, useFile, useFileUrl } from "../live/liveFiles.ts";
import { useNames } from "../live/people.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { useWords } from "../words/words.ts";
import { FileDialog } from "./FileDialog.tsx";
import { filesOnBoard } from "./filesOnBoard.ts";
import { useWhereSentence } from "./whereSentence.ts";
import "./attachments.css";

interface Desk {
  readonly live: LiveBoard;
  readonly onOpen: (photo: Id) => void;
}
const DeskContext = createContext<Desk | undefined>(undefined);

interface Props {
  readonly live: LiveBoard;
  /** Whether this device may write on the board. */
  readonly editable: boolean;
  readonly children: ReactNode;
}

export function MapPhotos({ live, editable, children }: Props) {
  const [opened, setOpened] = useState<Id | null>(null);
  const desk = useMemo(() => ({ live, onOpen: setOpened }), [live]);
  return (
    <DeskContext value={desk}>
      <SmallPhotoContext value={SmallPhoto}>{children}</SmallPhotoContext>
      {opened === null ? null : (
        <Large live={live} editable={editable} photo={opened} onClose={() => setOpened(null)} />
      )}
    </DeskContext>
  );
}

interface LargeProps extends Pick<Props, "live" | "editable"> {
  readonly photo: Id;
  readonly onClose: () => void;
}

/** As long as it is there: it may be taken out while somebody looks at it. */
function Large({ live, editable, photo, onClose }: LargeProps) {
  const view = useUnhurried(live.view);
  const names = useNames(live);
  const somebody = useWords().board.noName;
  const nameOf = (person: Id) => names.get(person) || somebody;
  const evidence = useMemo(() => filesOnBoard(view).find(({ id }) => id === photo), [view, photo]);
  return evidence ? <FileDialog {...{ live, editable, nameOf, evidence, onClose }} /> : null;
}

interface SmallProps {
  readonly photo: PhotoView;
  readonly isReached: boolean;
}

function SmallPhoto(props: SmallProps) {
  const desk = use(DeskContext);
  return desk ? <PhotoOfDesk {...desk} {...props} /> : null;
}

function PhotoOfDesk({ live, onOpen, photo, isReached }: Desk & SmallProps) {
  const say = useWords().attachments;
  const names = useNames(live);
  const somebody = useWords().board.noName;
  const nameOf = useCallback((person: Id) => names.get(person) || somebody, [names, somebody]);
  const state = useFile(live.files, photo.file);
  const url = useFileUrl(live.files, photo.file, isForAll(state));
  const where = useWhereSentence({ live, nameOf }, photo, state);
  return (
    <button
      type="button"
      className="card-photo"
      data-file={state.is}
      tabIndex={isReached ? 0 : -1}
      aria-label={say.showLarge(photo.text)}
      title={isForAll(state) ? photo.text : where}
      onClick={(event) => {
        // The card below it is not meant.
        event.stopPropagation();
        onOpen(photo.id);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={keepOwnKeys}
    >
      {url === undefined ? (
        <span role="img" aria-label={isForAll(state) ? photo.text : where}>
          <Sign state={state} />
        </span>
      ) : (
        <img src={url} alt={photo.text} decoding="async" draggable={false} />
      )}
    </button>
  );
}

/** The map is looked at together: a photo that was not agreed to is not on it, on its author's own device neither. */
function isForAll(state: FileState): boolean {
  return state.is === "here" && state.where !== "asked";
}

function Sign({ state }: { readonly state: FileState }) {
  if (state.is === "here" && state.where === "asked") return <ShieldQuestion size={18} aria-hidden />;
  return state.is === "missing" ? <CloudOff size={18} aria-hidden /> : <Image size={18} aria-hidden />;
}

/** Enter and Space press it; the map's own keys begin a card with them. */
function keepOwnKeys(event: KeyboardEvent): void {
  if (event.key === "Enter" || event.key === " ") event.stopPropagation();
}
