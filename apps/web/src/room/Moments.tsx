/** The moments of truth of all tables, the strongest first; the same touchpoint of one template is one line. */
import { type CountedMoment, momentsOfTruth, strongestMoments } from "@sameside/insights";
import { Triangle } from "lucide-react";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

const SHOWN = 8;

export function Moments({ tables }: { readonly tables: readonly RoomTable[] }) {
  const words = useWords().room.moments;
  const moments = strongestMoments(tables.map(({ view }) => view.journeys.map(momentsOfTruth)));
  return (
    <section className="room-panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      {moments.length === 0 ? (
        <p className="room-empty">{words.none}</p>
      ) : (
        <ul>
          {moments.slice(0, SHOWN).map((moment) => (
            <Line key={`${moment.title}/${moment.value > 0}`} moment={moment} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ moment: { title, value, tables } }: { readonly moment: CountedMoment }) {
  const words = useWords().room.moments;
  const shown = value > 0 ? `+${value}` : `−${Math.abs(value)}`;
  return (
    <li className="room-moment">
      <span>{title}</span>
      <span role="img" aria-label={words.value(value)}>
        <Triangle size={12} fill="currentColor" aria-hidden style={value > 0 ? undefined : { rotate: "180deg" }} />{" "}
        {shown}
      </span>
      <small>{words.tables(tables)}</small>
    </li>
  );
}
