/** The best, the middle and the worst feeling, at the heights where they stand. It stays beside the lanes' names. */
import type { LayoutFrame } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo, type Ref } from "react";
import { namedScale, ownFeelingWord } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
  readonly ref: Ref<HTMLDivElement>;
}

export const FeelingAxis = memo(function FeelingAxis({ layout, journey, ref }: Props) {
  const words = useWords();
  const { feeling, labelWidth } = layout;
  if (!feeling || feeling.band.width === 0) return null;
  const scale = namedScale(journey);
  return (
    <div ref={ref} className="canvas-axis" style={{ left: labelWidth + 8 }} aria-hidden>
      {[1, 0, -1].map((value) => (
        <span key={value} style={{ top: feeling.zeroY - value * feeling.amplitude }}>
          {ownFeelingWord(words, value, scale)}
        </span>
      ))}
    </div>
  );
});
