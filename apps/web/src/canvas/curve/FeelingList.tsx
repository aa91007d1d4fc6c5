/** What the curves say, in words: for who does not see them. */
import type { FeelingLayout } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { seriesNames, useCustomerTypes } from "../../journey/customerTypes.ts";
import { namedScale, ownFeelingWord } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly feeling: FeelingLayout;
  readonly journey: JourneyView;
}

export function FeelingList({ feeling, journey }: Props) {
  const words = useWords();
  const say = words.canvas;
  const names = seriesNames(useCustomerTypes(), words);
  const scale = namedScale(journey);
  const lines = [feeling, ...feeling.others];
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const items = touchpoints.flatMap(({ id, title }) => {
    const said = lines.flatMap(({ series, points }) => {
      const point = points.find(({ touchpoint }) => touchpoint === id);
      return point
        ? [say.seriesSays(names[series] ?? say.series.everybody, ownFeelingWord(words, point.mean, scale), point.n)]
        : [];
    });
    const marks = feeling.labels
      .filter(({ touchpoint }) => touchpoint === id)
      .flatMap((label) => label.marks.map((mark) => say.curveMarks[mark]));
    return said.length === 0 ? [] : [{ id, text: say.feelingsAt(title || say.noName, [...said, ...marks].join(" ")) }];
  });
  if (items.length === 0) return null;
  return (
    <ul className="canvas-unseen">
      {items.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
