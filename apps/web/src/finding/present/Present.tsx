/**
 * The map for a room: over the whole screen, the journey first and then phase by phase, in letters that are read from
 * the other side of the table. It shows the map as it is at the moment; what others write appears in it.
 */
import type { Id, JourneyView } from "@sameside/model";
import { ArrowLeft, ArrowRight, X } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { useCurveForRoom } from "../../journey/feelingView.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import { layoutForRoom } from "./layoutForRoom.ts";
import { MapSlide } from "./MapSlide.tsx";
import { PhaseSlide } from "./PhaseSlide.tsx";
import "./present.css";
import { useFullScreen } from "./useFullScreen.ts";

interface Props {
  readonly journey: JourneyView;
  /** It begins at the phase of what is chosen, else with the whole journey. */
  readonly selection: { readonly id: Id } | null;
  readonly onClose: () => void;
}

/** Where each key leads, from a step; the last one is given. */
const STEP_BY_KEY: Readonly<Record<string, (step: number, last: number) => number>> = {
  ArrowRight: (step) => step + 1,
  PageDown: (step) => step + 1,
  " ": (step) => step + 1,
  Enter: (step) => step + 1,
  ArrowLeft: (step) => step - 1,
  PageUp: (step) => step - 1,
  Backspace: (step) => step - 1,
  Home: () => 0,
  End: (_, last) => last,
};

export function Present({ journey, selection, onClose }: Props) {
  const words = useWords();
  const say = words.finding.present;
  const { phases } = journey;
  // By the phase and not by its number: others may add one before it.
  const [shown, setShown] = useState<Id | null>(() => phaseOf(journey, selection?.id) ?? null);
  const curve = useCurveForRoom(journey);
  const layout = useMemo(() => layoutForRoom(journey, curve), [journey, curve]);
  const last = phases.length;
  const step = phases.findIndex(({ id }) => id === shown) + 1;
  const phase = phases[step - 1];
  const go = (wish: number) => setShown(phases[Math.max(0, Math.min(last, wish)) - 1]?.id ?? null);
  useFullScreen(onClose);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownId = phase?.id;
  // The heading has the keyboard: it is what a screen reader says, and the slide below it scrolls.
  useEffect(() => {
    if (shownId !== undefined || last >= 0) heading.current?.focus({ preventScroll: true });
  }, [shownId, last]);

  useKeys((event) => {
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (isOnButton && (event.key === " " || event.key === "Enter")) return false;
    const next = STEP_BY_KEY[event.key];
    if (next) go(next(step, last));
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") scroll(event.key === "ArrowDown" ? 1 : -1);
    else return false;
    return true;
  });
  return (
    <ModalOverlay
      className="present-veil"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="present-modal">
        <AriaDialog className="present" aria-label={say.label(journey.title || words.journey.untitled)}>
          <div className="present-page">
            {phase ? (
              <PhaseSlide
                key={phase.id}
                heading={heading}
                journey={journey}
                phase={phase}
                curve={curve}
                layout={layout}
              />
            ) : (
              <MapSlide heading={heading} journey={journey} layout={layout} onPhase={setShown} />
            )}
            <footer className="present-foot">
              <span className="present-hint">{say.hint}</span>
              <IconButton
                label={say.previous}
                icon={<ArrowLeft size={20} aria-hidden />}
                isDisabled={step === 0}
                onPress={() => go(step - 1)}
              />
              <span className="present-step">{say.step(step + 1, last + 1)}</span>
              <IconButton
                label={say.next}
                icon={<ArrowRight size={20} aria-hidden />}
                isDisabled={step === last}
                onPress={() => go(step + 1)}
              />
              <IconButton label={say.leave} keys={say.leaveKey} icon={<X size={20} aria-hidden />} onPress={onClose} />
            </footer>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The keys of a slide, wherever the keyboard is on it. `act` answers whether the key was for it. */
function useKeys(act: (event: KeyboardEvent) => boolean): void {
  const perform = useEffectEvent(act);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (perform(event)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Down or up the cards of the slide. */
function scroll(direction: 1 | -1): void {
  const body = document.querySelector(".present-body");
  body?.scrollBy({ top: (direction * body.clientHeight) / 3 });
}

/** The phase that something is, or stands in. */
function phaseOf({ phases }: JourneyView, id: Id | undefined): Id | undefined {
  return phases.find((phase) =>
    [phase, ...phase.touchpoints].some(
      (holder) =>
        holder.id === id || Object.values(holder.cardsByLane).some((cards) => cards.some((card) => card.id === id)),
    ),
  )?.id;
}
