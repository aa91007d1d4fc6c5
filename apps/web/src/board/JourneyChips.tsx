/** Whose journey it is, whether it is today's or a wish, and the other journeys on this board. */
import { describeJourney, VARIANTS } from "@sameside/model";
import { Layers, MessageCircle, Users } from "lucide-react";
import { openComments } from "../journey/commentCount.ts";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { ChipButton, ChipPanel } from "../ui/Chip.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { type Beside, besideActs } from "./beside.ts";
import type { JourneyHead } from "./heads.ts";
import { orderActs } from "./mapOrder.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly journey: JourneyHead;
  readonly journeys: readonly JourneyHead[];
  readonly onJourney: (id: string) => void;
  /** Shows what the map says of itself, and what is said of it. */
  readonly onAbout: () => void;
  /** Absent where one map is shown at a time. */
  readonly beside: Beside | undefined;
  readonly run: Run;
  readonly editable: boolean;
}

export function JourneyChips({ live, journey, journeys, onJourney, onAbout, beside, run, editable }: Props) {
  const words = useWords();
  const say = words.board;
  const nth = say.nthJourney(journeys.indexOf(journey) + 1, journeys.length);
  const commented = openComments(journey);
  const describe = (change: { customerType?: string; variant?: JourneyHead["variant"] }) =>
    run(describeJourney(live.board, live.by, { journey: journey.id, ...change })).outcome !== "refused";
  return (
    <div className="board-chips">
      <ChipPanel
        label={say.customerType(journey.customerType)}
        isDisabled={!editable}
        panel={() => (
          <CommitField
            label={say.customerTypeField}
            hint={say.customerTypeHint}
            value={journey.customerType}
            onCommit={(customerType) => describe({ customerType })}
            autoFocus
          />
        )}
      >
        <Users size={14} aria-hidden />
        {journey.customerType || say.noCustomerType}
      </ChipPanel>
      <Menu
        look="chip"
        label={say.variant(words.journey.variants[journey.variant])}
        isDisabled={!editable}
        actions={VARIANTS.map((variant) => ({
          id: variant,
          label: words.journey.variants[variant],
          chosen: variant === journey.variant,
          act: () => describe({ variant }),
        }))}
      >
        {words.journey.variants[journey.variant]}
      </Menu>
      {journeys.length > 1 ? (
        <Menu
          look="chip"
          label={say.journeys(journey.title, nth)}
          actions={[
            ...journeys.map((each) => ({
              id: each.id,
              label: nameOf(each, journeys, words),
              chosen: each.id === journey.id,
              act: () => onJourney(each.id),
            })),
            ...(beside ? besideActs(beside, journey, journeys, words) : []),
            ...(editable ? orderActs(words, { live, journey, journeys, run }) : []).map((act, index) => ({
              ...act,
              parted: index === 0,
            })),
          ]}
        >
          <Layers size={14} aria-hidden />
          {nth}
        </Menu>
      ) : null}
      {commented > 0 ? (
        <ChipButton label={words.comments.onMap(commented)} onPress={onAbout}>
          <MessageCircle size={14} aria-hidden />
          {commented}
        </ChipButton>
      ) : null}
    </div>
  );
}

/** Today's map and its what-ifs mostly share a title. */
function nameOf({ title, variant }: JourneyHead, journeys: readonly JourneyHead[], words: Words): string {
  const name = title || words.journey.untitled;
  const isOnlyOne = journeys.filter((each) => each.title === title).length === 1;
  return isOnlyOne ? name : words.editing.oneOfTheMaps(name, words.journey.variants[variant]);
}
