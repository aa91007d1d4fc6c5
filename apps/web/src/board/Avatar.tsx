/** A person as a small shape: customers speech-shaped, colleagues square. Shape tells the role, colour only tells apart. */
import { colourOf } from "../journey/others.ts";
import type { PersonHere } from "../live/people.ts";
import { useWords } from "../words/words.ts";

export function Avatar({ person, self = false }: { readonly person: PersonHere; readonly self?: boolean }) {
  const words = useWords();
  const name = person.name || words.board.noName;
  const label = words.board.person(self ? words.board.you(name) : name, words.journey.roles[person.role]);
  return (
    <span
      className="board-avatar"
      data-shape={person.role === "customer" ? "speech" : "square"}
      data-hue={colourOf(person.person)}
      // A drawing of the name, not words of the button it may stand on.
      data-initials={initials(person.name)}
      role="img"
      aria-label={label}
      title={label}
    />
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)].map((part) => first(part)) : [first(parts[0], 2)];
  return letters.join("").toLocaleUpperCase() || "·";
}

function first(text = "", count = 1): string {
  return Array.from(text).slice(0, count).join("");
}
