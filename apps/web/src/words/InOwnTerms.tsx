/** A part of a page that is about one workshop, in that workshop's own words. */
import { type ReactNode, useMemo } from "react";
import { inOwnTerms, type OwnTerms } from "./ownTerms.ts";
import { useWords, WordsContext } from "./words.ts";

interface Props {
  readonly terms: OwnTerms;
  readonly children: ReactNode;
}

export function InOwnTerms({ terms, children }: Props) {
  const usual = useWords();
  const words = useMemo(() => inOwnTerms(usual, terms), [usual, terms]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
