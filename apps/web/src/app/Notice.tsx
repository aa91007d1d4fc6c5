/** A page that says one thing and offers the way back. */
import { useEffect } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly title: string;
  readonly text: string;
  /** Where trying again may help. */
  readonly onAgain?: () => void;
}

export function Notice({ title, text, onAgain }: Props) {
  const words = useWords().app;
  useEffect(() => {
    document.title = words.titleHome;
  }, [words]);
  return (
    <main className="app-notice">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="app-notice-actions">
        {onAgain ? <Button onPress={onAgain}>{words.again}</Button> : null}
        <Button
          look="primary"
          onPress={() => {
            location.hash = "#/";
          }}
        >
          {words.broken.home}
        </Button>
      </div>
    </main>
  );
}

/** While something is read from the disk. */
export function Waiting() {
  return (
    <p className="app-waiting" role="status">
      {useWords().app.opening}
    </p>
  );
}
