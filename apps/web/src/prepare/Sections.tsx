/** The sections of the page. A laptop has them all below each other, a phone one open at a time. */
import { ChevronDown } from "lucide-react";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useWords } from "../words/words.ts";
import type { PrepareProps, PrepareSection } from "./slots.ts";

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
  const look = useCallback((id: string) => {
    const heading = headings.current.get(id);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (asked !== undefined) look(asked);
  }, [asked, look]);
  return (
    <div className="prepare-body">
      {isNarrow ? null : (
        <nav className="prepare-contents" aria-label={words.prepare.contents}>
          <ul>
            {sections.map(({ id, title, icon }) => (
              <li key={id}>
                <a href={props.frame.addressOf(id)} onClick={() => look(id)}>
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
  readonly onHeading: (heading: HTMLElement | null) => void;
}

function Part({ section: { id, title, icon, Section }, props, isOpen, folds, onHeading }: PartProps) {
  const words = useWords();
  const heading = `prepare-${id}`;
  const { frame } = props;
  return (
    <section className="prepare-part" aria-labelledby={heading}>
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
      {isOpen ? <Section {...props} /> : null}
    </section>
  );
}

const NARROW = window.matchMedia("(max-width: 760px)");

function hearWidth(hear: () => void): () => void {
  NARROW.addEventListener("change", hear);
  return () => NARROW.removeEventListener("change", hear);
}
