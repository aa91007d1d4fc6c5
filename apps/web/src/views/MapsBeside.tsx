/** Several maps of a board at once, below each other or side by side. One of them is the one that keys and tools are for. */
import type { Id, JourneyView } from "@sameside/model";
import { X } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { IconButton } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import "./views.css";

interface Props {
  /** Those that are shown, in the board's order; the active one is among them. */
  readonly maps: readonly JourneyView[];
  readonly active: Id;
  readonly arrangement: "stacked" | "row";
  readonly onActivate: (map: Id) => void;
  readonly onClose: (map: Id) => void;
  readonly children: (map: JourneyView, isActive: boolean) => ReactNode;
}

export function MapsBeside({ maps, active, arrangement, onActivate, onClose, children }: Props) {
  const words = useWords();
  const say = words.views.beside;
  const isSeveral = maps.length > 1;
  return (
    <div className="views-maps" data-arrangement={isSeveral ? arrangement : undefined}>
      {maps.map((map) => {
        const isActive = map.id === active;
        const title = map.title || words.journey.untitled;
        const name = say.map(title, map.customerType);
        const variant = words.journey.variants[map.variant];
        const activate = () => {
          if (!isActive) onActivate(map.id);
        };
        return (
          <section
            key={map.id}
            className="views-map"
            data-active={isSeveral && isActive ? "" : undefined}
            aria-label={isSeveral ? (isActive ? say.active(title) : title) : undefined}
          >
            {isSeveral ? (
              <header className="views-map-head">
                <button
                  type="button"
                  aria-pressed={isActive}
                  aria-label={say.goTo(`${name} ${variant}`)}
                  onClick={activate}
                >
                  <span data-content-of={map.id}>{name}</span> <span className="views-map-variant">{variant}</span>
                </button>
                {isActive ? null : (
                  <IconButton
                    label={say.close(title)}
                    icon={<X size={15} aria-hidden />}
                    onPress={() => onClose(map.id)}
                  />
                )}
              </header>
            ) : null}
            {/* Before the gesture itself, so that it is one on the active map already. */}
            <div className="views-map-stage" onPointerDownCapture={activate} onFocusCapture={activate}>
              {children(map, isActive)}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Narrower than this, in CSS pixels, one map is shown at a time. */
const wide = matchMedia("(min-width: 700px)");

export function useHasRoomBeside(): boolean {
  return useSyncExternalStore(hearWidth, () => wide.matches);
}

function hearWidth(hear: () => void): () => void {
  wide.addEventListener("change", hear);
  return () => wide.removeEventListener("change", hear);
}
