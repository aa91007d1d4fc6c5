/** What somebody who is invited reads and answers before the day, on a phone, in two minutes. */
import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import { NeedsForm } from "./NeedsForm.tsx";
import { OwnTasks } from "./OwnTasks.tsx";
import { type Answer, Part } from "./Part.tsx";
import { WhatWillHappen } from "./WhatWillHappen.tsx";
import "./page.css";

interface Props {
  readonly live: LiveWorkshop;
  readonly title: string;
  readonly onMap: () => void;
}

export function BeforePage({ live, title, onMap }: Props) {
  const say = useWords().before.page;
  const plan = useStore(live.plan.view);
  const { person, role } = useStore(live.seat);
  const unsent = useStore(live.unsent);
  const [problem, setProblem] = useState(false);
  const [hasAnswered, setAnswered] = useState(false);
  useEffect(() => {
    document.title = say.documentTitle(title);
  }, [say, title]);
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
        <p className="before-over">{say.over}</p>
        <h1>{plan.brief.title || title}</h1>
        <p className="before-lead">{role === "customer" ? say.lead.customer : say.lead.colleague}</p>
      </header>
      <Part title={say.what}>
        <WhatWillHappen plan={plan} />
      </Part>
      <OwnTasks live={live} plan={plan} answer={answer} />
      <Part title={say.needs}>
        <NeedsForm live={live} answer={answer} />
      </Part>
      <footer className="before-foot">
        <p className={problem ? "ui-error" : "ui-hint"} role={problem ? "alert" : "status"}>
          {problem ? say.problem : unsent > 0 ? say.waiting(unsent) : hasAnswered ? say.kept : ""}
        </p>
        <Button icon={<ArrowRight size={16} aria-hidden />} onPress={onMap}>
          {say.toMap}
        </Button>
      </footer>
    </main>
  );
}
