/** The sheets of paper, beside the page: seen by the printer and by nobody else. */
import type { Picture, PrintedPage } from "@sameside/layout";
import { createPortal } from "react-dom";
import { useWords } from "../words/words.ts";
import { SvgHere } from "./SvgHere.tsx";

interface Props {
  readonly picture: Picture;
  readonly pages: readonly PrintedPage[];
  readonly title: string;
}

export function PrintedPages({ picture, pages, title }: Props) {
  const [first] = pages;
  if (!first) return null;
  const { width, height } = first.paper;
  return createPortal(
    <div className="paper-print" data-content-of={title}>
      <style>{`@page { size: ${width}mm ${height}mm; margin: 0; }`}</style>
      {pages.map((page) => (
        <Sheet key={`${page.row}/${page.column}`} page={page} picture={picture} title={title} />
      ))}
    </div>,
    document.body,
  );
}

function Sheet({ page, picture, title }: { page: PrintedPage; picture: Picture; title: string }) {
  const words = useWords().paper;
  const { paper, part, at, row, rows, column, columns, marks } = page;
  return (
    <div className="paper-sheet" style={{ width: `${paper.width}mm`, height: `${paper.height}mm` }}>
      <div
        className="paper-part"
        style={{ left: `${at.x}mm`, top: `${at.y}mm`, width: `${at.width}mm`, height: `${at.height}mm` }}
      >
        <SvgHere className="paper-svg" svg={picture.cut(part)} />
      </div>
      {marks.length > 0 ? (
        <svg className="paper-marks" viewBox={`0 0 ${paper.width} ${paper.height}`} aria-hidden>
          {marks.map(({ x1, y1, x2, y2 }) => (
            <line key={`${x1} ${y1} ${x2} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} />
          ))}
        </svg>
      ) : null}
      {rows * columns > 1 ? (
        <p className="paper-caption">{words.tile(title, row + 1, rows, column + 1, columns)}</p>
      ) : null}
    </div>
  );
}
