/** Files dropped anywhere on the page, one or several at once. */
import { useEffect, useEffectEvent, useState } from "react";

interface Options {
  readonly onFiles: (files: readonly File[]) => void;
  /** Which of them are wanted, by name; all when absent. What nobody wants still does not make the browser leave the page. */
  readonly wants?: (name: string) => boolean;
}

/** `true` while files that may be wanted are held over the page. */
export function useDroppedFiles({ onFiles, wants }: Options): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((files: readonly File[]) => {
    const wanted = files.filter(({ name }) => wants?.(name) ?? true);
    if (wanted.length > 0) onFiles(wanted);
  });
  const mayBeWanted = useEffectEvent((dragged: DataTransfer) => wants === undefined || !isAllMedia(dragged));
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (mayBeWanted(event.dataTransfer)) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const take = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // Somebody below has taken it already.
      if (files.length === 0 || event.defaultPrevented) return;
      // Otherwise the browser would leave the app and show the file.
      event.preventDefault();
      drop(files);
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", take);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", take);
    };
  }, []);
  return over;
}

/** While files are held over a page only their media types are told; a `.sameside` has none that browsers know. */
function isAllMedia({ items }: DataTransfer): boolean {
  return items.length > 0 && [...items].every(({ type }) => /^(?:image|audio|video)\//.test(type));
}
