/** What was read another way than it stands in the file, line by line. */
import type { Note } from "@sameside/interchange";
import { useWords } from "../words/words.ts";

export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const say = useWords().files;
  if (notes.length === 0) return null;
  return (
    <section className="library-notes">
      <p>{say.notesTitle(notes.length)}</p>
      <ul>
        {notes.map((note) => {
          const sentence = say.notes[note.code](note.text);
          return (
            <li key={`${note.line}-${note.code}-${note.text}`}>
              {note.line === undefined ? sentence : say.inLine(note.line, sentence)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
