/** Where a file is, in a sentence. */
import { SOMEBODY_ELSE } from "@sameside/model";
import { type FileState, useSaid } from "../live/liveFiles.ts";
import { useWords } from "../words/words.ts";
import type { FileDesk, FileEvidence } from "./slot.ts";

export function useWhereSentence(
  { live, nameOf }: Pick<FileDesk, "live" | "nameOf">,
  { file, pictured = [], author }: FileEvidence,
  state: FileState,
): string {
  const say = useWords().attachments.where;
  const said = useSaid(live.files, file);
  // The same picture may have been added twice; who is in it was said once.
  const people = (state.is === "here" ? state.pictured : undefined) ?? pictured;
  const asked = people.filter((person) => said.get(person) !== true);
  switch (state.is) {
    case "here":
      if (state.where === "refused") return say.refused(state.why ?? "");
      if (state.where !== "asked") return say[state.where];
      if (asked.includes(SOMEBODY_ELSE)) return say.askedSomebodyElse;
      return say.asked(asked.map(nameOf).join(", "));
    case "takenOut":
      return say.takenOut;
    case "missing":
      if (asked.length === 0) return say.missing(nameOf(author));
      return asked.includes(SOMEBODY_ELSE)
        ? say.missing(nameOf(author))
        : say.missingAsked(asked.map(nameOf).join(", "));
    default:
      return say.coming;
  }
}
