/** The picture, and over it where each sheet of paper begins and ends. */
import type { Picture, PrintedPage } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { useWords } from "../words/words.ts";
import { SvgHere } from "./SvgHere.tsx";

interface Props {
  readonly picture: Picture;
  readonly pages: readonly PrintedPage[];
  readonly journey: Id;
}

export function SheetsPreview({ picture, pages, journey }: Props) {
  const words = useWords().paper;
  const { width, height, svg } = picture;
  return (
    <figure className="paper-preview" aria-label={words.preview} data-content-of={journey}>
      <div
        className="paper-preview-sheet"
        style={{
          aspectRatio: `${width} / ${height}`,
          width: `min(100%, calc(var(--paper-preview) * ${width / height}))`,
        }}
      >
        <SvgHere className="paper-svg" svg={svg} />
        {pages.length > 1 ? (
          <svg className="paper-tiles" viewBox={`0 0 ${width} ${height}`} aria-hidden>
            {pages.map(({ row, column, part }) => (
              <rect key={`${row}/${column}`} x={part.x} y={part.y} width={part.width} height={part.height} />
            ))}
          </svg>
        ) : null}
      </div>
    </figure>
  );
}
