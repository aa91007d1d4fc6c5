/** Round the map: whose view is shown, who calls, and whom one has called oneself. */
import { Eye, Megaphone } from "lucide-react";
import { colourOf } from "../../journey/others.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import type { Leader } from "./useFollowing.ts";
import type { Together } from "./useTogether.ts";
import "./together.css";

export function TogetherFrame({ together }: { readonly together: Together }) {
  const { following, summons } = together;
  const { leader } = following;
  if (!leader && !summons.isCalling && !summons.asking) return null;
  return (
    <>
      {leader ? <div className="board-led" style={{ borderColor: colourFor(leader.person) }} /> : null}
      <div className="board-calls">
        {summons.isCalling ? <OwnCall together={together} /> : null}
        {summons.asking ? <OthersCall together={together} /> : null}
        {leader ? <Led leader={leader} together={together} /> : null}
      </div>
    </>
  );
}

function colourFor(person: string): string {
  return `var(--person-${colourOf(person)})`;
}

function Led({ leader, together }: { readonly leader: Leader; readonly together: Together }) {
  const words = useWords().together;
  const name = together.nameOf(leader.person);
  const sentence = leader.summons === undefined ? words.following(name) : words.broughtBy(name);
  return (
    <section className="board-led-words" aria-label={sentence} style={{ background: colourFor(leader.person) }}>
      <Eye size={14} aria-hidden />
      <span>{sentence}</span>
      <button
        type="button"
        className="board-led-stop"
        aria-label={words.unfollowPerson(name)}
        onClick={together.following.stop}
      >
        {words.unfollow}
        <kbd className="board-led-key" data-key={words.stopKey} />
      </button>
    </section>
  );
}

function OwnCall({ together }: { readonly together: Together }) {
  const words = useWords().together;
  const { self, others, summons } = together;
  const withSelf = others.filter((other) => other.following === self.person).length;
  return (
    <section className="board-call" aria-label={words.summon}>
      <Megaphone size={16} aria-hidden />
      <span role="status">{words.summoned(withSelf, others.length)}</span>
      <Button onPress={summons.release}>{words.release}</Button>
    </section>
  );
}

function OthersCall({ together }: { readonly together: Together }) {
  const words = useWords().together;
  const { summons, nameOf } = together;
  if (!summons.asking) return null;
  const sentence = words.asks(nameOf(summons.asking.person));
  return (
    <section className="board-call" aria-label={sentence}>
      <Megaphone size={16} aria-hidden />
      <span>{sentence}</span>
      <Button look="primary" onPress={summons.go}>
        {words.go}
      </Button>
      <Button onPress={summons.stay}>{words.stay}</Button>
    </section>
  );
}
