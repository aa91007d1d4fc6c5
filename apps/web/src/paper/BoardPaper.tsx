/** Printing a map: the dialog when somebody asked for it, and something good also when the browser prints by itself. */
import { pagesOf } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import "./paper.css";
import { useWords } from "../words/words.ts";
import { PaperDialog } from "./PaperDialog.tsx";
import { PrintedPages } from "./PrintedPages.tsx";
import { firstChoice } from "./printChoice.ts";
import { usePicture } from "./usePicture.ts";

interface Props {
  readonly journey: JourneyView;
  readonly selected: ReadonlySet<Id>;
  /** What else is asked before it is printed. */
  readonly asked: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function BoardPaper({ journey, selected, asked, isOpen, onClose }: Props) {
  const isPrinting = useIsPrinting();
  if (isOpen) return <PaperDialog journey={journey} selected={selected} asked={asked} onClose={onClose} />;
  return isPrinting ? <PrintedByItself journey={journey} /> : null;
}

const ALL: ReadonlySet<Id> = new Set();

/** What the browser's own menu prints. */
function PrintedByItself({ journey }: { readonly journey: JourneyView }) {
  const { untitled } = useWords().journey;
  const picture = usePicture(journey, ALL);
  const pages = pagesOf(picture, firstChoice(picture));
  return <PrintedPages picture={picture} pages={pages} title={journey.title || untitled} />;
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is when this returns.
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}
