/** What would help this person on the day: ticks, a language, and a line of their own. No diagnosis is asked for. */
import { ACCESS_NEEDS, type AccessNeed } from "@sameside/model";
import { useState } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { CheckList } from "../../ui/CheckList.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { useOwnNeeds } from "../ownAnswers.ts";
import type { Answer } from "./Part.tsx";

/** What an answer takes, in characters. */
const MAX_LANGUAGE_LENGTH = 60;
const MAX_LINE_LENGTH = 140;
const OTHER = "other";

export function NeedsForm({ live, answer }: { readonly live: LiveWorkshop; readonly answer: Answer }) {
  const { page: say, needs: names } = useWords().before;
  const { needs, language = "", line = "" } = useOwnNeeds(live);
  const isListed = say.languages.includes(language);
  const [asksOther, setAsksOther] = useState(false);
  const isOther = asksOther || (language !== "" && !isListed);
  const put = (change: { needs?: readonly AccessNeed[]; language?: string; line?: string }) => {
    const next = { needs, language, line, ...change };
    answer({
      topic: "needs",
      item: "mine",
      value: {
        needs: [...next.needs],
        ...(next.language !== "" && { language: next.language }),
        ...(next.line !== "" && { line: next.line }),
      },
    });
    return true;
  };
  return (
    <>
      <p className="ui-hint">{say.needsHint}</p>
      <CheckList
        label={say.needs}
        items={ACCESS_NEEDS.map((key) => ({ key, label: names.needs[key] }))}
        ticked={new Set(needs)}
        onChange={(ticked) => put({ needs: ACCESS_NEEDS.filter((need) => ticked.has(need)) })}
      />
      <Choice
        label={say.language}
        value={isOther ? OTHER : language || null}
        options={[
          ...say.languages.map((each) => ({ value: each, label: each })),
          { value: OTHER, label: say.otherLanguage },
        ]}
        onChange={(chosen) => {
          setAsksOther(chosen === OTHER);
          if (chosen !== OTHER) put({ language: chosen });
        }}
      />
      {isOther ? (
        <CommitField
          label={say.otherLanguage}
          value={isListed ? "" : language}
          maxLength={MAX_LANGUAGE_LENGTH}
          onCommit={(text) => put({ language: text })}
        />
      ) : null}
      <CommitField label={say.line} value={line} maxLength={MAX_LINE_LENGTH} onCommit={(text) => put({ line: text })} />
    </>
  );
}
