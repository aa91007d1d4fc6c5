/** A page that says one thing and offers the way back. */
import { useEffect } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

export function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  const words = useWords().app;
  useEffect(() => {
    document.title = words.titleHome;
  }, [words]);
  return (
    <main className="app-notice">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="app-notice-actions">
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
