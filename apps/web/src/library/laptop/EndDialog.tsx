/** For who runs a workshop: until when people's words are kept, and closing it. */
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../words/words.ts";

interface Props {
  /** Days, YYYY-MM-DD; "" where none is set. */
  readonly keepUntil: string;
  readonly closedOn: string;
  /** `false` when it could not be written. */
  readonly onKeepUntil: (day: string) => boolean;
  readonly onClosed: (isClosed: boolean) => boolean;
  readonly onClose: () => void;
}

export function EndDialog({ keepUntil, closedOn, onKeepUntil, onClosed, onClose }: Props) {
  const words = useWords();
  const say = words.laptop.end;
  const [day, setDay] = useState(keepUntil);
  const [isRefused, setRefused] = useState(false);
  const field = useId();
  const hint = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onKeepUntil(day)) onClose();
    else setRefused(true);
  };
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose}>
      <form className="laptop-until" onSubmit={submit}>
        <label className="ui-label" htmlFor={field}>
          {say.until}
        </label>
        <div className="laptop-day">
          <input
            id={field}
            className="ui-input"
            type="date"
            value={day}
            aria-describedby={hint}
            onChange={(event) => setDay(event.target.value)}
          />
          <Button type="submit" isDisabled={day === keepUntil}>
            {say.keep}
          </Button>
        </div>
        <p id={hint} className="ui-hint">
          {say.untilHint}
        </p>
      </form>
      <section className="laptop-closing">
        <h3>{closedOn === "" ? say.closeTitle : say.closedTitle}</h3>
        <p>{closedOn === "" ? say.close : say.closedOn(closedOn)}</p>
        <Button look={closedOn === "" ? "danger" : "plain"} onPress={() => setRefused(!onClosed(closedOn === ""))}>
          {closedOn === "" ? say.closeGo : say.reopen}
        </Button>
      </section>
      {isRefused ? (
        <p className="app-problem" role="alert">
          {say.refused}
        </p>
      ) : null}
    </Dialog>
  );
}
