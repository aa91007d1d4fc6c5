/** What can be done to how a lane or a phase is shown. It changes nothing on the map itself. */
import { mayGoAway, type PartWay, withPart } from "@sameside/layout";
import { ChevronsDownUp, ChevronsUpDown, EyeOff, Pin, PinOff } from "lucide-react";
import type { Words } from "../words/words.ts";
import type { JourneyProps, MapAct, Selection } from "./contract.ts";

export function showActs(
  { showing, onSay, onSelect }: JourneyProps,
  { kind, id }: Selection,
  words: Words,
): readonly MapAct[] {
  if (!showing || (kind !== "lane" && kind !== "phase")) return [];
  const { choice, change, whole } = showing;
  const say = words.views;
  const title = titleOf(showing.whole, id, words);
  const isFolded = choice.folded.includes(id);
  const isPinned = choice.pinned.includes(id);
  const act = (way: PartWay, isOn: boolean, said: string) => () => {
    change(withPart(choice, way, id, isOn));
    onSay(said);
  };
  const pin: MapAct = {
    id: "pin",
    label: isPinned ? say.unpin : say.pin,
    icon: isPinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />,
    act: act("pinned", !isPinned, isPinned ? say.unpinned(title) : say.pinned(title)),
  };
  const hide = act("hidden", true, say.nowHidden(title));
  if (!mayGoAway(whole, id)) return [pin];
  return [
    pin,
    {
      id: "fold",
      label: isFolded ? say.unfold : say.fold,
      icon: isFolded ? <ChevronsUpDown size={15} aria-hidden /> : <ChevronsDownUp size={15} aria-hidden />,
      act: act("folded", !isFolded, isFolded ? say.unfolded(title) : say.folded(title)),
    },
    {
      id: "hide",
      label: say.hide,
      icon: <EyeOff size={15} aria-hidden />,
      act: () => {
        onSelect(null);
        hide();
      },
    },
  ];
}

function titleOf(
  { phases, lanes }: Pick<NonNullable<JourneyProps["showing"]>["whole"], "phases" | "lanes">,
  id: string,
  words: Words,
) {
  const lane = lanes.find((each) => each.id === id);
  if (lane) return lane.name || words.journey.laneKinds[lane.kind];
  return phases.find((each) => each.id === id)?.title || words.canvas.noName;
}
