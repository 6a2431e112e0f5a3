import { useEffect, useId, useRef, type ReactNode } from 'react';
import { part } from '../parts';
import { Button } from './button';

/**
 * Asks before something that cannot be taken back, in a native modal dialog:
 * Esc means no, and the focus goes back to where it was.
 */
export function ConfirmDialog({
  open,
  title,
  body,
  confirmLabel,
  cancelLabel,
  danger = false,
  busy = false,
  onConfirm,
  onCancel,
}: {
  open: boolean;
  title: string;
  body?: ReactNode;
  /** Names the deed: "End conversation", not "OK". */
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm(): void;
  onCancel(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const bodyId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className="b-dialog"
      part={part('dialog')}
      aria-labelledby={titleId}
      aria-describedby={body ? bodyId : undefined}
      // Esc closes it before anybody is asked.
      onClose={() => open && onCancel()}
    >
      {open ? (
        <>
          <h2 className="b-dialog-title" part={part('dialog-title')} id={titleId}>
            {title}
          </h2>
          {body ? (
            <div className="b-dialog-body" part={part('dialog-body')} id={bodyId}>
              {body}
            </div>
          ) : null}
          <div className="b-dialog-actions" part={part('dialog-actions')}>
            <Button onClick={onCancel}>{cancelLabel}</Button>
            <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
