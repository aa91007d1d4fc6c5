/** What may keep phones away from this laptop, and what to do about each. */
import { useWords } from "../../words/words.ts";

export function WhyNobody() {
  const say = useWords().roomCheck;
  return (
    <section className="check-why" aria-label={say.nobody}>
      <p>{say.nobodyLead}</p>
      <ol>
        {say.causes.map((cause) => (
          <li key={cause.title}>
            <h2>{cause.title}</h2>
            <p>{cause.what}</p>
            <p>
              <strong>{say.what}:</strong> {cause.do}
            </p>
          </li>
        ))}
      </ol>
      <h2>{say.whichTitle}</h2>
      <p>{say.which}</p>
    </section>
  );
}
