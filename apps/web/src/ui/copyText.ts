/** Copies the text of a field on any origin: the clipboard API needs https or localhost, selecting does not. */
export function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

/** Copies a text by a field that is there only for the moment. */
export function copyText(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  field.style.opacity = "0";
  const before = document.activeElement;
  document.body.append(field);
  const copied = copyFrom(field);
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
