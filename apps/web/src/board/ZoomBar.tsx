/** How large the map is shown. */
import { Map as MapIcon, Maximize, Minus, Plus } from "lucide-react";
import { memo, type RefObject } from "react";
import type { ViewHandle } from "../journey/contract.ts";
import { type Store, useStore } from "../live/store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly canvas: RefObject<ViewHandle | null>;
  /** 1 is 100 %. */
  readonly zoom: Store<number>;
}

export const ZoomBar = memo(function ZoomBar({ canvas, zoom }: Props) {
  const { board: words, finding } = useWords();
  const percent = Math.round(useStore(zoom) * 100);
  return (
    <div className="board-zoom" role="toolbar" aria-label={words.zoom.bar}>
      <IconButton
        label={words.zoom.out}
        keys={words.keys.out}
        icon={<Minus size={17} aria-hidden />}
        onPress={() => canvas.current?.zoomOut()}
      />
      <Button look="quiet" aria-label={words.zoom.whole(percent)} onPress={() => canvas.current?.zoomTo(1)}>
        <span className="board-zoom-level">{words.zoom.level(percent)}</span>
      </Button>
      <IconButton
        label={words.zoom.in}
        keys={words.keys.in}
        icon={<Plus size={17} aria-hidden />}
        onPress={() => canvas.current?.zoomIn()}
      />
      <IconButton
        label={finding.minimap.toggle}
        icon={<MapIcon size={16} aria-hidden />}
        onPress={() => canvas.current?.toggleMinimap?.()}
      />
      <IconButton
        label={words.zoom.fit}
        keys={words.keys.fit}
        icon={<Maximize size={16} aria-hidden />}
        onPress={() => canvas.current?.fit()}
      />
    </div>
  );
});
