import { useEffect, useId, useRef, type ReactNode } from 'react';
import { part } from '../parts';
import { useTexts } from '../texts/texts-context';
import { Button } from './button';

/**
 * Asks before something that cannot be undone, in a native modal dialog: Esc means no, and focus goes back to where it was.
 * After the agent has confirmed, the dialog stays until the answer has come.
 */
export function ConfirmDialog({
  open,
  title,
  body,
  children,
  confirmLabel,
  cancelLabel,
  danger = false,
  busy = false,
  confirmBlocked,
  onConfirm,
  onCancel,
}: {
  open: boolean;
  title: string;
  body?: ReactNode;
  /** What is asked before it can be confirmed, between body and buttons. */
  children?: ReactNode;
  /** Names the action: "End conversation", not "OK". */
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  /** The agent has confirmed, and there is no answer yet. */
  busy?: boolean;
  /** Why it cannot be confirmed now. */
  confirmBlocked?: string | undefined;
  onConfirm(): void;
  onCancel(): void;
}) {
  const { t } = useTexts();
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
      onCancel={(event) => busy && event.preventDefault()}
      // Esc closes a dialog before `onClose`, and a second Esc does so even if `cancel` is prevented.
      onClose={() => {
        if (!open) return;
        if (busy) dialog.current?.showModal();
        else onCancel();
      }}
    >
      {open && (
        <>
          <h2 className="b-dialog-title" part={part('dialog-title')} id={titleId}>
            {title}
          </h2>
          {body && (
            <div className="b-dialog-body" part={part('dialog-body')} id={bodyId}>
              {body}
            </div>
          )}
          {children}
          <div className="b-dialog-actions" part={part('dialog-actions')}>
            <Button disabledReason={busy ? t('common.underWay') : undefined} onClick={onCancel}>
              {cancelLabel}
            </Button>
            <Button
              variant={danger ? 'danger' : 'primary'}
              busy={busy}
              disabledReason={confirmBlocked}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
