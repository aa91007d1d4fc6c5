/**
 * The photos of a card, small, for the map, the table and the slides alike. What draws one is handed in by the page, which
 * knows where its bytes are and whether it may be shown; their room is there from the beginning.
 */
import { CARD_PHOTO_GAP, CARD_PHOTO_HEIGHT, type PhotoView, photosOn } from "@sameside/layout";
import type { CardView } from "@sameside/model";
import { type ComponentType, type CSSProperties, createContext, use } from "react";
import { useWords } from "../words/words.ts";
import "./cardPhotos.css";

/** One photo as a button that shows it large. `isReached`: by Tab; otherwise by pointer alone. */
type SmallPhoto = ComponentType<{ readonly photo: PhotoView; readonly isReached: boolean }>;
export const SmallPhotoContext = createContext<SmallPhoto | undefined>(undefined);

/** More than this are told by their number: they would be too small. */
const MOST_SMALL = 3;
const ROOM = {
  "--card-photo-height": `${CARD_PHOTO_HEIGHT}px`,
  "--card-photo-gap": `${CARD_PHOTO_GAP}px`,
} as CSSProperties;

interface Props {
  readonly card: Pick<CardView, "evidence">;
  /** By Tab: where the card is chosen, or all of it is read. */
  readonly isReached: boolean;
}

/** Nothing where there are none. */
export function CardPhotos({ card, isReached }: Props) {
  const photos = photosOn(card);
  return photos.length === 0 ? null : <Row photos={photos} isReached={isReached} />;
}

function Row({ photos, isReached }: Pick<Props, "isReached"> & { readonly photos: readonly PhotoView[] }) {
  const say = useWords().attachments;
  const Small = use(SmallPhotoContext);
  const more = photos.length - MOST_SMALL;
  return (
    <div className="card-photos" style={ROOM}>
      {Small ? photos.slice(0, MOST_SMALL).map((photo) => <Small key={photo.id} {...{ photo, isReached }} />) : null}
      {more > 0 ? (
        <span className="card-photos-more" role="img" aria-label={say.more(more)}>
          {`+${more}`}
        </span>
      ) : null}
    </div>
  );
}
