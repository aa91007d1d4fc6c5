/** What was found, map by map; the words that were looked for are marked. */
import { type Found, markWords } from "@sameside/insights";
import type { Id, JourneyView, LaneKind } from "@sameside/model";
import { Columns3, EyeOff, Footprints, type LucideIcon, Map as MapIcon } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { ICON_BY_LANE_KIND } from "../journey/kindLook.ts";
import { useWords, type Words } from "../words/words.ts";

/** What keeps a thing from sight on this device; `undefined` for what can be seen. */
export type CoverOf = (
  found: Found,
) => { readonly part: "lane" | "phase"; readonly way: "hidden" | "folded" } | undefined;

interface Props {
  readonly found: readonly Found[];
  /** Which of them the map went to last. */
  readonly at: number | undefined;
  readonly query: string;
  readonly journeys: readonly JourneyView[];
  /** The map that is shown. */
  readonly shown: Id;
  readonly coverOf: CoverOf;
  readonly onJump: (index: number) => void;
}

/** More than this nobody reads: another word finds better than scrolling. */
const MOST_LISTED = 120;
/** The map of what has lost its place. */
const NOWHERE = "";
/** So much of a text is shown, in characters. */
const MOST_OF_NAME = 110;
const MOST_OF_TEXT = 130;

export function FoundList({ found, at, query, journeys, shown, coverOf, onJump }: Props) {
  const words = useWords();
  const say = words.finding.search;
  const listed = found.slice(0, MOST_LISTED).map((each, index) => ({ each, index }));
  const maps = [...new Set(listed.map(({ each }) => each.journey))];
  return (
    <div className="finding-results">
      {maps.map((map) => (
        <MapResults
          key={map}
          title={titleOf(journeys, map, words)}
          isShown={map === shown}
          isOnly={journeys.length === 1 && map !== NOWHERE}
          results={listed.filter(({ each }) => each.journey === map)}
          at={at}
          query={query}
          coverOf={coverOf}
          onJump={onJump}
        />
      ))}
      {found.length > MOST_LISTED ? <p className="finding-nothing">{say.more(found.length - MOST_LISTED)}</p> : null}
    </div>
  );
}

/** With its variant: copies of a map are often called alike. */
function titleOf(journeys: readonly JourneyView[], map: Id, words: Words): string {
  if (map === NOWHERE) return words.board.unplaced.title;
  const journey = journeys.find(({ id }) => id === map);
  const variant = journey ? words.journey.variants[journey.variant] : "";
  return words.finding.search.mapTitle(journey?.title || words.journey.untitled, variant);
}

interface MapProps {
  readonly title: string;
  readonly isShown: boolean;
  /** The board has one map: its name says nothing. */
  readonly isOnly: boolean;
  readonly results: readonly { readonly each: Found; readonly index: number }[];
  readonly at: number | undefined;
  readonly query: string;
  readonly coverOf: CoverOf;
  readonly onJump: (index: number) => void;
}

function MapResults({ title, isShown, isOnly, results, at, query, coverOf, onJump }: MapProps) {
  const say = useWords().finding.search;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={isOnly ? "ui-only-heard" : ""}>
        {isOnly ? say.results : isShown ? say.hereTitle(title) : title}
      </h3>
      <ol>
        {results.map(({ each, index }) => (
          <li key={`${each.kind} ${each.id}`}>
            <Result
              found={each}
              isCurrent={index === at}
              query={query}
              cover={coverOf(each)}
              onJump={() => onJump(index)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ResultProps {
  readonly found: Found;
  readonly isCurrent: boolean;
  readonly query: string;
  readonly cover: ReturnType<CoverOf>;
  readonly onJump: () => void;
}

function Result({ found, isCurrent, query, cover, onJump }: ResultProps) {
  const words = useWords();
  const say = words.finding.search;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const Icon = iconOf(found);
  const where = found.in === "name" ? "" : say.where[found.in];
  return (
    <button
      ref={button}
      type="button"
      className="finding-result"
      aria-current={isCurrent ? "true" : undefined}
      onClick={onJump}
    >
      <Icon size={15} aria-hidden />
      <span className="finding-words">
        <span className="finding-name">
          <span className="ui-only-heard">{`${sortOf(found, words)}: `}</span>
          <Marked text={found.name || words.canvas.noName} query={query} most={MOST_OF_NAME} />
        </span>
        {found.in === "name" ? null : (
          <span className="finding-text">
            {where === "" ? null : <span className="finding-where">{where}</span>}
            <Marked text={found.text} query={query} most={MOST_OF_TEXT} />
          </span>
        )}
        <span className="finding-place">{placeOf(found, words)}</span>
        {cover ? (
          <span className="finding-cover">
            <EyeOff size={13} aria-hidden />
            {say.covers[cover.part][cover.way]}
          </span>
        ) : null}
      </span>
    </button>
  );
}

function Marked({ text, query, most }: { readonly text: string; readonly query: string; readonly most: number }) {
  let at = 0;
  return markWords(text, query, most).map(({ text: piece, found }) => {
    // Pieces have no id of their own; where one begins is what it is.
    const key = at;
    at += piece.length;
    return found ? <mark key={key}>{piece}</mark> : <span key={key}>{piece}</span>;
  });
}

/** What it is: "Pain point", "Phase". */
function sortOf({ kind, sort }: Found, words: Words): string {
  const wordByKind: Readonly<Partial<Record<LaneKind, string>>> = words.journey.cardKinds;
  return (kind === "card" && sort && wordByKind[sort]) || words.finding.search.things[kind];
}

/** What is said of it: "Pain points: Old part numbers find nothing". */
export function foundName(found: Found, words: Words): string {
  return `${sortOf(found, words)}: ${found.name || words.canvas.noName}`;
}

/** Where it stands, in words. */
export function placeOf({ journey, kind, phase, touchpoint }: Found, words: Words): string {
  if (journey === NOWHERE) return words.board.unplaced.title;
  if (kind === "card" || kind === "touchpoint")
    return words.canvas.place(phase || words.canvas.noName, kind === "card" ? touchpoint : "");
  return words.finding.search.things[kind];
}

function iconOf({ kind, sort }: Found): LucideIcon {
  if (sort !== undefined) return ICON_BY_LANE_KIND[sort];
  if (kind === "touchpoint") return Footprints;
  return kind === "phase" ? Columns3 : MapIcon;
}
