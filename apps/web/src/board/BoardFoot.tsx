/** The foot of the map: zoom on the left, tools in the middle, what waits for a place on the right. */
import { Archive } from "lucide-react";
import type { ComponentProps, RefObject } from "react";
import type { ViewHandle } from "../journey/contract.ts";
import type { Store } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { useSteady } from "../ui/steady.ts";
import { useWords } from "../words/words.ts";
import { Toolbar } from "./Toolbar.tsx";
import { ZoomBar } from "./ZoomBar.tsx";

interface Props extends Omit<ComponentProps<typeof Toolbar>, "onCard" | "onTouchpoint"> {
  readonly canvas: RefObject<ViewHandle | null>;
  /** 1 is 100 %; null where the view has no zoom. */
  readonly zoom: Store<number> | null;
  readonly editable: boolean;
  /** How many things lost their place. */
  readonly unplaced: number;
  readonly onUnplaced: () => void;
}

export function BoardFoot({ canvas, zoom, editable, unplaced, live, onUnplaced, onMoment, onUndo, onRedo }: Props) {
  const say = useWords().board.unplaced;
  const acts = useSteady({
    onCard: () => canvas.current?.addCard(),
    onTouchpoint: () => canvas.current?.addTouchpoint(),
    ...{ onMoment, onUndo, onRedo },
  });
  return (
    <div className="board-foot">
      {zoom === null ? null : <ZoomBar canvas={canvas} zoom={zoom} />}
      {editable ? <Toolbar live={live} {...acts} /> : null}
      {unplaced > 0 ? (
        <Button icon={<Archive size={15} aria-hidden />} onPress={onUnplaced}>
          {say.button(unplaced)}
        </Button>
      ) : null}
    </div>
  );
}
