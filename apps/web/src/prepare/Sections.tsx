/** The sections of the page. A laptop has them all below each other, a phone one open at a time. */
import { ChevronDown } from "lucide-react";
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { useWords } from "../words/words.ts";
import type { PrepareProps, PrepareSection } from "./slots.ts";
import { useReadSection } from "./useReadSection.ts";

interface Props {
  readonly sections: readonly PrepareSection[];
  /** The one that the address asks for. */
  readonly asked: string | undefined;
  readonly props: PrepareProps;
}

export function Sections({ sections, asked, props }: Props) {
  const words = useWords();
  const isNarrow = useSyncExternalStore(hearWidth, () => NARROW.matches);
  const headings = useRef(new Map<string, HTMLElement>());
  const look = useCallback((id: string, hasKeyboard = false) => {
    const heading = headings.current.get(id);
    heading?.scrollIntoView({ block: "start" });
    if (!hasKeyboard) heading?.focus({ preventScroll: true });
  }, []);
  const read = useReadSection(headings, !isNarrow);
  const { onKeyboardIn, turnedTo } = useTurning({ isNarrow, asked, show: props.frame.show });
  useEffect(() => {
    if (asked !== undefined) look(asked, turnedTo.current === asked);
    turnedTo.current = undefined;
  }, [asked, look, turnedTo]);
  return (
    <div className="prepare-body">
      {isNarrow ? null : (
        <nav className="prepare-contents" aria-label={words.prepare.contents}>
          <ul>
            {sections.map(({ id, title, icon }) => (
              <li key={id}>
                <a
                  href={props.frame.addressOf(id)}
                  aria-current={id === read ? "true" : undefined}
                  onClick={() => look(id)}
                >
                  {icon}
                  {title(words)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main className="prepare-main">
        {sections.map((section) => (
          <Part
            key={section.id}
            section={section}
            props={props}
            isOpen={!isNarrow || section.id === asked}
            folds={isNarrow}
            onKeyboardIn={onKeyboardIn}
            onHeading={(heading) => {
              if (heading) headings.current.set(section.id, heading);
              else headings.current.delete(section.id);
            }}
          />
        ))}
      </main>
    </div>
  );
}

interface PartProps {
  readonly section: PrepareSection;
  readonly props: PrepareProps;
  readonly isOpen: boolean;
  /** `true` where only one is open at a time. */
  readonly folds: boolean;
  /** A field, a button or a dialog of it has the keyboard. */
  readonly onKeyboardIn: (section: string) => void;
  readonly onHeading: (heading: HTMLElement | null) => void;
}

function Part({ section: { id, title, icon, Section }, ...part }: PartProps) {
  const { props, isOpen, folds, onKeyboardIn, onHeading } = part;
  const words = useWords();
  const heading = `prepare-${id}`;
  const { frame } = props;
  // What was open once stays, out of sight: a dialog of it, or words in a field, outlast the turning of a tablet.
  const [isMade, setMade] = useState(isOpen);
  if (isOpen && !isMade) setMade(true);
  return (
    <section className="prepare-part" aria-labelledby={heading} onFocus={() => onKeyboardIn(id)}>
      {folds ? (
        <h2 id={heading} className="prepare-fold">
          <button
            ref={onHeading}
            type="button"
            aria-expanded={isOpen}
            onClick={() => frame.show(isOpen ? undefined : id)}
          >
            {icon}
            {title(words)}
            <ChevronDown className="prepare-fold-sign" size={18} aria-hidden />
          </button>
        </h2>
      ) : (
        <h2 id={heading} ref={onHeading} tabIndex={-1}>
          {title(words)}
        </h2>
      )}
      {isMade ? (
        <div className="prepare-section" hidden={!isOpen}>
          <Section {...props} />
        </div>
      ) : null}
    </section>
  );
}

interface Turning {
  readonly isNarrow: boolean;
  readonly asked: string | undefined;
  readonly show: (section: string) => void;
}

/** A page that becomes narrow opens the section that the keyboard is in, and leaves the keyboard there. */
function useTurning({ isNarrow, asked, show }: Turning) {
  const used = useRef<string>(undefined);
  const turnedTo = useRef<string>(undefined);
  const turn = useEffectEvent(() => {
    const { current } = used;
    if (current === undefined || current === asked) return;
    turnedTo.current = current;
    show(current);
  });
  useEffect(() => {
    if (isNarrow) turn();
  }, [isNarrow]);
  const onKeyboardIn = useCallback((section: string) => {
    used.current = section;
  }, []);
  return { onKeyboardIn, turnedTo };
}

const NARROW = window.matchMedia("(max-width: 760px)");

function hearWidth(hear: () => void): () => void {
  NARROW.addEventListener("change", hear);
  return () => NARROW.removeEventListener("change", hear);
}
