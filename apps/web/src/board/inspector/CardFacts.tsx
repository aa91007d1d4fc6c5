/** What a card says of itself beside its words: how bad it is, how it felt, whether it is verbatim, tags and links. */
import { BRIEF_ANSWERS, type CardView, describeCard, SEVERITY } from "@sameside/model";
import { Fragment, useState } from "react";
import { Choice } from "../../ui/Choice.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { LinesField } from "./LinesField.tsx";
import { LinkList } from "./LinkList.tsx";

interface Props {
  readonly desk: Desk;
  readonly card: CardView;
}

const SEVERITIES = Array.from({ length: SEVERITY.max - SEVERITY.min + 1 }, (_, step) => SEVERITY.min + step);

export function CardFacts({ desk, card }: Props) {
  if (desk.editable) return <CardFactFields desk={desk} card={card} />;
  return <CardFactList card={card} />;
}

function CardFactFields({ desk, card }: Props) {
  const say = useWords().inspector;
  const { board, by, run } = desk;
  const [linksWrong, setLinksWrong] = useState(false);
  const describe = (change: Omit<Parameters<typeof describeCard>[2], "card">) =>
    run(describeCard(board, by, { card: card.id, ...change })).outcome !== "refused";
  const takeLinks = (links: readonly string[]) => {
    const isWrong = links.some((link) => !/^https?:\/\/\S+$/i.test(link));
    setLinksWrong(isWrong);
    return !isWrong && describe({ links });
  };
  const hasFacts = card.severity > 0 || card.emotionWords.length + card.tags.length + card.links.length > 0;
  return (
    <details className="board-more" open={hasFacts || card.quote || card.answersBrief !== ""}>
      <summary>{say.moreFacts}</summary>
      <Choice
        label={say.severity}
        look="grid"
        value={String(card.severity)}
        onChange={(severity) => describe({ severity: Number(severity) })}
        options={SEVERITIES.map((severity) => ({ value: String(severity), label: say.severities[severity] ?? "" }))}
      />
      {card.author === by.person ? (
        <Choice
          label={say.quote}
          value={card.quote ? "yes" : "no"}
          onChange={(quote) => describe({ quote: quote === "yes" })}
          options={(["yes", "no"] as const).map((value) => ({ value, label: say.quotes[value] }))}
        />
      ) : null}
      <LinesField
        label={say.emotionWords}
        placeholder={say.onePerLine}
        items={card.emotionWords}
        onItems={(emotionWords) => describe({ emotionWords })}
        onLost={desk.onRescue}
      />
      <LinesField
        label={say.tags}
        placeholder={say.onePerLine}
        items={card.tags}
        onItems={(tags) => describe({ tags })}
        onLost={desk.onRescue}
      />
      <LinesField
        label={say.links}
        placeholder={say.onePerLine}
        items={card.links}
        onItems={takeLinks}
        onLost={desk.onRescue}
        error={linksWrong ? say.linkWrong : undefined}
      />
      <LinkList links={card.links} />
      <Choice
        label={say.answersBrief}
        value={card.answersBrief}
        onChange={(answersBrief) => describe({ answersBrief })}
        options={BRIEF_ANSWERS.map((value) => ({ value, label: say.briefAnswers[value] }))}
      />
    </details>
  );
}

function CardFactList({ card }: { readonly card: CardView }) {
  const say = useWords().inspector;
  const facts: readonly (readonly [string, string])[] = [
    [say.severity, card.severity > 0 ? (say.severities[card.severity] ?? "") : ""],
    [say.quote, card.quote ? say.quotes.yes : ""],
    [say.emotionWords, card.emotionWords.join(", ")],
    [say.tags, card.tags.join(", ")],
    [say.answersBrief, card.answersBrief === "" ? "" : say.briefAnswers[card.answersBrief]],
  ];
  const said = facts.filter(([, fact]) => fact !== "");
  return (
    <>
      {said.length > 0 ? (
        <dl className="board-facts">
          {said.map(([name, fact]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
      <LinkList links={card.links} />
    </>
  );
}
