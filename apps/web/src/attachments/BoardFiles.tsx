/** Asks who is in a photo or a sound, on their own device, whether it may be shared; and follows what was taken out. */
import { takeOutFile } from "@sameside/model";
import { ShieldQuestion } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useSaid } from "../live/liveFiles.ts";
import { useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { filesOnBoard } from "./filesOnBoard.ts";
import type { FileDesk, FileEvidence } from "./slot.ts";
import { takeOut } from "./takeOut.ts";
import "./attachments.css";

export function BoardFiles(desk: FileDesk) {
  const { live } = desk;
  const view = useUnhurried(live.view);
  const { person } = useStore(live.seat);
  const found = useMemo(() => filesOnBoard(view), [view]);
  useTakenOut(desk, found);
  const asked = found.filter(({ pictured, author }) => pictured?.includes(person) && author !== person);
  if (asked.length === 0) return null;
  return (
    <div className="att-questions">
      {asked.map((evidence) => (
        <Question key={evidence.id} {...desk} person={person} evidence={evidence} />
      ))}
    </div>
  );
}

interface QuestionProps extends FileDesk {
  readonly person: string;
  readonly evidence: FileEvidence;
}

function Question({ person, evidence, ...desk }: QuestionProps) {
  const say = useWords().attachments.question;
  const { live, nameOf } = desk;
  const { file, text, author, kind } = evidence;
  const said = useSaid(live.files, file);
  if (said.has(person)) return null;
  const title = kind === "sound" ? say.title.sound : say.title.photo;
  return (
    <section className="att-question" aria-label={title}>
      <h3>
        <ShieldQuestion size={17} aria-hidden />
        {title}
      </h3>
      <p>{say.text(nameOf(author), text)}</p>
      <p className="att-note">{say.seeIt(nameOf(author))}</p>
      <div className="att-buttons">
        <Button onPress={() => void takeOut(desk, file)}>{say.refuse}</Button>
        <Button
          look="primary"
          onPress={() => {
            live.files.agree(file).catch((error: unknown) => console.warn("The answer was not kept", error));
          }}
        >
          {say.agree}
        </Button>
      </div>
    </section>
  );
}

/**
 * Who is in it may have no right to write here, so what they took out is taken off the board by the device of who added
 * it, or of a facilitator.
 */
function useTakenOut({ live, editable }: FileDesk, found: readonly FileEvidence[]): void {
  useEffect(() => {
    if (!editable) return undefined;
    const mine = found.filter(({ author }) => author === live.by.person || live.by.role === "facilitator");
    const follow = () => {
      for (const { file } of mine)
        if (live.files.state(file).is === "takenOut") takeOutFile(live.board, live.by, { file });
    };
    follow();
    return live.files.subscribe(follow);
  }, [live, editable, found]);
}
