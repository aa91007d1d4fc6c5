/** One card: its words (the author's own), what backs it, and where it belongs. */
import { type CardView, GRADES, gradeCard, removeCard, rewordCard, takeAway, writeBody } from "@sameside/model";
import { HeartHandshake, Trash2, Undo2 } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords, type Words } from "../../words/words.ts";
import type { FoundCard } from "../findOnBoard.ts";
import { CardFacts } from "./CardFacts.tsx";
import { ChangesSection } from "./ChangesSection.tsx";
import { CommentSection } from "./CommentSection.tsx";
import type { Desk } from "./desk.ts";
import { EvidenceSection } from "./EvidenceSection.tsx";
import { Later } from "./Later.tsx";
import { SuggestionSection } from "./SuggestionSection.tsx";
import { YoursWas } from "./YoursWas.tsx";

interface Props {
  readonly desk: Desk;
  readonly found: FoundCard;
}

export function CardPanel({ desk, found }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable } = desk;
  const { card, phase, touchpoint, lane } = found;
  const mine = card.author === by.person;
  /** Its author, or who wrote it down for them and may mend it until they agree. */
  const writes = mine || card.writtenBy === by.person;
  const remove = () => {
    if (run(removeCard(board, by, { card: card.id })).outcome !== "done") return;
    desk.onSelect(null);
    desk.onRemoved(card.text, { collection: "cards", id: card.id });
  };
  const takeKindly = () => {
    const thing = { collection: "cards", id: card.id } as const;
    if (run(takeAway(board, by, thing)).outcome !== "done") return;
    desk.onSelect(null);
    desk.onTakenAway(thing);
  };
  return (
    <>
      {card.withdrawn ? (
        <p className="board-quiet">{words.withdrawal.emptiedLong}</p>
      ) : writes && editable ? (
        <CommitField
          label={say.text}
          value={card.text}
          onCommit={(text) => run(rewordCard(board, by, { card: card.id, text })).outcome !== "refused"}
          onLost={desk.onRescue}
          required
          serif
          rows={2}
        />
      ) : (
        <blockquote className="board-words">{card.text}</blockquote>
      )}
      {card.writtenBy === undefined ? null : (
        <p className="board-quiet">{writtenForWords(card.writtenBy, card.author, desk, words)}</p>
      )}
      <YoursWas desk={desk} ids={[card.id]} />
      {card.authorsText === undefined ? null : (
        <div className="board-first-words">
          <p className="board-quiet">{say.changedByAnother(desk.nameOf(card.textBy.person))}</p>
          <blockquote className="board-words">{card.authorsText}</blockquote>
          {mine && editable ? <PutOwnBack desk={desk} card={card} words={card.authorsText} /> : null}
        </div>
      )}
      {writes && !mine ? null : <SuggestionSection desk={desk} card={card} mine={mine} />}
      {(writes || card.body) && !card.withdrawn ? (
        <CommitField
          label={say.body}
          placeholder={say.bodyPlaceholder}
          value={card.body}
          onCommit={(body) => run(writeBody(board, by, { card: card.id, body })).outcome !== "refused"}
          onLost={desk.onRescue}
          isReadOnly={!editable || !writes}
          rows={3}
        />
      ) : null}
      <Later>
        <EvidenceSection desk={desk} subject={card} />
        {desk.filesOf(card.id, card.evidence)}
        {editable && card.writtenBy === undefined ? (
          <div className="board-section">
            <Choice
              label={say.grade}
              value={card.grade}
              onChange={(grade) => run(gradeCard(board, by, { card: card.id, grade }))}
              options={GRADES.map((value) => ({ value, label: words.journey.grades[value] }))}
            />
            <p className="board-quiet">{words.journey.gradeNotes[card.grade]}</p>
          </div>
        ) : null}
        {card.withdrawn ? null : <CardFacts desk={desk} card={card} />}
        <CommentSection desk={desk} subject={card} />
        <dl className="board-facts">
          <dt>{say.belongsTo}</dt>
          <dd>{touchpoint ? `${phase.title} · ${touchpoint.title}` : phase.title}</dd>
          <dt>{say.inLane}</dt>
          <dd>{lane?.name ?? words.journey.cardKinds[card.kind]}</dd>
          {editable && card.writtenBy === undefined ? null : (
            <>
              <dt>{say.grade}</dt>
              <dd>{say.howWeKnow(words.journey.grades[card.grade], words.journey.gradeNotes[card.grade])}</dd>
            </>
          )}
          <dt>{say.author}</dt>
          <dd>{say.by(mine ? say.byYou : desk.nameOf(card.author), words.journey.roles[card.authorRole])}</dd>
        </dl>
        <ChangesSection desk={desk} subject={card} />
        {editable && !mine && (by.role === "moderator" || by.role === "facilitator") ? (
          <Button icon={<HeartHandshake size={15} aria-hidden />} onPress={takeKindly}>
            {words.takenAway.act}
          </Button>
        ) : null}
        {editable ? (
          <Button look="danger" icon={<Trash2 size={15} aria-hidden />} onPress={remove}>
            {say.removeCard}
          </Button>
        ) : null}
      </Later>
    </>
  );
}

function writtenForWords(writer: string, author: string, { by, nameOf }: Desk, { writtenFor }: Words): string {
  if (writer === by.person) return writtenFor.byYou(nameOf(author));
  return author === by.person ? writtenFor.forYou(nameOf(writer)) : writtenFor.by(nameOf(writer), nameOf(author));
}

/** The author's own words stand again with one press. */
function PutOwnBack({ desk, card, words }: { readonly desk: Desk; readonly card: CardView; readonly words: string }) {
  const say = useWords().inspector;
  const { board, by, run } = desk;
  return (
    <Button
      icon={<Undo2 size={15} aria-hidden />}
      onPress={() => run(rewordCard(board, by, { card: card.id, text: words }))}
    >
      {say.putBack}
    </Button>
  );
}
