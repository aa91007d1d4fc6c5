/** A modal dialog: title, content, and a row of buttons. It closes by Esc and by its own close button. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./Button.tsx";
import { useEscapeFromOutside } from "./useEscapeFromOutside.ts";

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** `false` while what it asks has to be answered first. */
  readonly canClose?: boolean;
  /** `wide` is for lists and tables. */
  readonly size?: "narrow" | "wide";
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

/** Open for as long as it is rendered. */
export function Dialog({ title, closeLabel, onClose, canClose = true, size = "narrow", children, actions }: Props) {
  useEscapeFromOutside(onClose);
  return (
    <ModalOverlay
      className="ui-veil"
      isOpen
      isDismissable={canClose}
      isKeyboardDismissDisabled={!canClose}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`ui-modal ui-modal-${size}`}>
        <AriaDialog className="ui-dialog">
          <header className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {canClose ? <IconButton label={closeLabel} icon={<X size={18} aria-hidden />} onPress={onClose} /> : null}
          </header>
          <div className="ui-dialog-body" ref={followBody}>
            {children}
          </div>
          {actions ? <footer className="ui-dialog-actions">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What is longer than the page and holds nothing that takes the keyboard takes it itself: the arrow keys scroll it. */
function followBody(body: HTMLElement | null): (() => void) | undefined {
  if (!body) return undefined;
  const follow = new ResizeObserver(() => {
    const isReading = body.querySelector("a, button, input, select, textarea, [tabindex]") === null;
    if (isReading && body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    else body.removeAttribute("tabindex");
  });
  follow.observe(body);
  return () => follow.disconnect();
}
