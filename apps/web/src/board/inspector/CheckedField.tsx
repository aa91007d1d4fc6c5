/** A field whose words have to make sense before they are written: what is wrong stands below it. */
import { type ComponentProps, useState } from "react";
import { CommitField } from "../../ui/CommitField.tsx";

interface Props extends ComponentProps<typeof CommitField> {
  /** What is wrong with it, in a sentence; `undefined` when it can be written. "" is always taken: nothing is said. */
  readonly check: (text: string) => string | undefined;
}

export function CheckedField({ check, onCommit, ...field }: Props) {
  const [error, setError] = useState<string | undefined>();
  return (
    <CommitField
      {...field}
      error={error}
      onCommit={(text) => {
        const problem = text === "" ? undefined : check(text);
        setError(problem);
        return problem === undefined && onCommit(text);
      }}
    />
  );
}
