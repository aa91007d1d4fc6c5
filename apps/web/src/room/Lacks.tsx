/** What the map of a table still lacks (S4-2), in one calm line. */
import type { Incompleteness } from "@sameside/insights";
import { Check } from "lucide-react";
import { useWords } from "../words/words.ts";
import type { TableFacts } from "./tableFacts.ts";

/** Named in the line; more are counted. */
const MOST_NAMED = 2;

const REASONS = ["no-operational", "no-emotional", "no-metric"] as const;

export function Lacks({ facts: { lacks, touchpoints } }: { readonly facts: TableFacts }) {
  const words = useWords();
  const say = words.room.table;
  if (lacks.length === 0)
    return touchpoints > 0 ? (
      <p className="room-lacks">
        <Check className="room-lacks-sign" size={14} aria-hidden /> {say.complete}
      </p>
    ) : null;
  const parts = REASONS.flatMap((reason) => {
    const names = lacks.flatMap((each) => (each.reason === reason ? [nameOf(each) || words.journey.untitled] : []));
    if (names.length === 0) return [];
    const count = reason === "no-metric" ? say.touchpoints : say.phases;
    const places = names.length > MOST_NAMED ? count(names.length) : names.map((name) => `“${name}”`).join(", ");
    return [say.lacksOf[reason](places)];
  });
  return parts.length > 0 ? <p className="room-lacks">{say.lacks(parts)}</p> : null;
}

function nameOf(lack: Incompleteness): string {
  if (lack.reason === "no-phases") return "";
  return (lack.reason === "no-metric" ? lack.touchpoint : lack.phase).title;
}
