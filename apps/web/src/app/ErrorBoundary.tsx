/** What people see instead of a blank page when a component throws: what is safe, and ways out. */
import { Component, type ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { type Words, WordsContext } from "../words/words.ts";

interface Props {
  /** Gives a copy of the open board, when one is open. */
  readonly onCopy?: (() => void) | undefined;
  readonly children: ReactNode;
}
interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WordsContext;
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken error={error} words={this.context as Words} onCopy={this.props.onCopy} />;
  }
}

function Broken({ error, words, onCopy }: { error: Error; words: Words; onCopy: (() => void) | undefined }) {
  const { broken } = words.app;
  return (
    <main className="app-notice">
      <h1>{broken.title}</h1>
      <p>{broken.kept}</p>
      <div className="app-notice-actions">
        <Button look="primary" onPress={() => location.reload()}>
          {broken.reload}
        </Button>
        {onCopy ? <Button onPress={onCopy}>{broken.copy}</Button> : null}
        <Button
          onPress={() => {
            location.hash = "#/";
            location.reload();
          }}
        >
          {broken.home}
        </Button>
      </div>
      <details>
        <summary>{broken.details}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </main>
  );
}
