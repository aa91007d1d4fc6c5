/** Short messages at the foot of the page. One that offers something to do stays longer. */
import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "./Button.tsx";

/** How long a message without an action stays, in ms: time to read two lines. */
const TOAST_MS = 7000;
/** With an action, in ms: time to read, decide and reach it, also with a switch or a screen reader. */
const TOAST_WITH_ACTION_MS = 20_000;
const MOST_AT_ONCE = 3;

export interface Toast {
  readonly id: number;
  readonly tone: "news" | "problem";
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
  /** The matter it is about: what was said of that before has passed. */
  readonly about?: string;
  /** How long it stays, in ms, where that is not the usual time. */
  readonly lasts?: number;
}
export type Tell = (toast: Omit<Toast, "id">) => void;

/** The messages shown now, and how to add and close one. `tell` keeps its identity. */
export function useToasts(): { toasts: readonly Toast[]; tell: Tell; close: (id: number) => void } {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const tell = useCallback<Tell>((toast) => {
    setToasts((shown) => {
      const others = shown.filter((each) => !isOutdated(each, toast)).slice(1 - MOST_AT_ONCE);
      const id = (shown.at(-1)?.id ?? 0) + 1;
      return [...others, { ...toast, id }];
    });
  }, []);
  return { toasts, tell, close };
}

function isOutdated(before: Toast, { text, about }: Omit<Toast, "id">): boolean {
  return before.text === text || (about !== undefined && before.about === about);
}

interface ListProps {
  readonly label: string;
  readonly closeLabel: string;
  readonly toasts: readonly Toast[];
  readonly onClose: (id: number) => void;
}

export function ToastList({ label, closeLabel, toasts, onClose }: ListProps) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => (list.current ? tellHeight(list.current) : undefined), []);
  return (
    <section ref={list} className="ui-toasts" aria-label={label}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} closeLabel={closeLabel} onClose={onClose} />
      ))}
    </section>
  );
}

/** A dialog makes room for messages (overlays.css): it is told how high they are. */
function tellHeight(list: HTMLElement): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty("--toasts-height", `${list.offsetHeight}px`));
  observer.observe(list);
  return () => {
    observer.disconnect();
    style.removeProperty("--toasts-height");
  };
}

interface LineProps {
  readonly toast: Toast;
  readonly closeLabel: string;
  readonly onClose: (id: number) => void;
}

function ToastLine({ toast, closeLabel, onClose }: LineProps) {
  const { id, action, lasts = action ? TOAST_WITH_ACTION_MS : TOAST_MS } = toast;
  useEffect(() => {
    const timer = setTimeout(() => onClose(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts, onClose]);
  return (
    <div className="ui-toast" data-tone={toast.tone} role={toast.tone === "problem" ? "alert" : "status"}>
      <span className="ui-toast-words">{toast.text}</span>
      {action ? (
        <Button
          look="quiet"
          onPress={() => {
            action.act();
            onClose(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={closeLabel} icon={<X size={15} aria-hidden />} onPress={() => onClose(id)} />
    </div>
  );
}
