/** Who may write on the maps in this step, in words. */
import type { StepRights } from "@sameside/model";
import { useWords } from "../words/words.ts";

export function Rights({ rights: { customer, colleague } }: { readonly rights: StepRights }) {
  const words = useWords().room.rights;
  const sentence =
    customer === "write" && colleague === "write"
      ? words.everybody
      : customer === "write"
        ? words.customers
        : customer === colleague
          ? words.nobody
          : words.mixed;
  return (
    <>
      <strong>{words.lead}</strong> {sentence} <span className="room-kept">{words.kept}</span>
    </>
  );
}
