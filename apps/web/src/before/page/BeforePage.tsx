/** What somebody who is invited reads and answers before the day, on a phone, in two minutes. */
import { ArrowRight, FileDown } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { Button } from "../../ui/Button.tsx";
import { recall, remember } from "../../ui/remembered.ts";
import { useWords } from "../../words/words.ts";
import { NeedsForm } from "./NeedsForm.tsx";
import { OwnTasks } from "./OwnTasks.tsx";
import { type Answer, Part } from "./Part.tsx";
import { WhatWillHappen } from "./WhatWillHappen.tsx";
import { type SaidRole, WhoAmI } from "./WhoAmI.tsx";
import "./page.css";

interface Props {
  readonly live: LiveWorkshop;
  /** What the workshop is called on this device; "" where it has no name yet. */
  readonly title: string;
  readonly onMap: () => void;
  /** Gives what this person has answered as a file, for who prepares. */
  readonly onFile: () => void;
}

export function BeforePage({ live, title, onMap, onFile }: Props) {
  const say = useWords().before.page;
  const plan = useStore(live.plan.view);
  const { person, role: seatRole } = useStore(live.seat);
  const said = useSaidRole(live.workshop);
  // Opened from a file: nobody has said yet who this is.
  const { seat, secret } = live.latest();
  const isFromFile = seat === undefined && secret === undefined;
  const role = isFromFile ? said.role : seatRole;
  const unsent = useStore(live.unsent);
  const [problem, setProblem] = useState(false);
  const [hasAnswered, setAnswered] = useState(false);
  const heading = plan.brief.title || title;
  useEffect(() => {
    document.title = heading === "" ? say.over : say.documentTitle(heading);
  }, [say, heading]);
  const answer: Answer = (given) => {
    setAnswered(true);
    live.answer({ ...given, person }).then(
      () => setProblem(false),
      () => setProblem(true),
    );
  };
  return (
    <main className="before">
      <header>
        {heading === "" ? null : <p className="before-over">{say.over}</p>}
        <h1>{heading || say.over}</h1>
        <p className="before-lead">{role === "customer" ? say.lead.customer : say.lead.colleague}</p>
      </header>
      {isFromFile ? <WhoAmI live={live} {...said} answer={answer} /> : null}
      <Part title={say.what}>
        <WhatWillHappen plan={plan} />
      </Part>
      {role === undefined ? null : <OwnTasks live={live} plan={plan} role={role} answer={answer} />}
      <Part title={say.needs}>
        <NeedsForm live={live} answer={answer} />
      </Part>
      <footer className="before-foot">
        <p className={problem ? "ui-error" : "ui-hint"} role={problem ? "alert" : "status"}>
          {problem
            ? say.problem
            : isFromFile
              ? say.fileHint
              : unsent > 0
                ? say.waiting(unsent)
                : hasAnswered
                  ? say.kept
                  : ""}
        </p>
        {isFromFile ? (
          <Button look="primary" icon={<FileDown size={16} aria-hidden />} onPress={onFile}>
            {say.file}
          </Button>
        ) : null}
        <Button icon={<ArrowRight size={16} aria-hidden />} onPress={onMap}>
          {say.toMap}
        </Button>
      </footer>
    </main>
  );
}

const SAID_ROLES: readonly SaidRole[] = ["customer", "colleague", "moderator"];

/** What somebody without a seat says they are; remembered on this device. */
function useSaidRole(workshop: string) {
  const key = `before-role.${workshop}`;
  const [role, setRole] = useState(() => SAID_ROLES.find((each) => each === recall(key)));
  const onRole = (next: SaidRole) => {
    remember(key, next);
    setRole(next);
  };
  return { role, onRole };
}
