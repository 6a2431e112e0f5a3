import type { ReactNode } from 'react';
import { ActionButton, useKeys } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { classNames } from '@baton/ui';
import { part } from '../parts';
import { RejectWithReason } from './reject-with-reason';
import type { AnswerActions } from './use-answer-actions';

/** Reject, beside it the choice of a reason, and Accept: in sight however far the card is scrolled. */
export function CardActions({ actions: { accept, reject, rejectBecause, notAllowed } }: { actions: AnswerActions }) {
  return (
    // Esc answers nothing (IP-06).
    <div className="preview-actions" part={part('actions')}>
      {notAllowed !== undefined && (
        <p
          className={classNames('preview-not-allowed', !reject && !accept && 'preview-wide')}
          part={part('not-allowed')}
        >
          {notAllowed}
        </p>
      )}
      {reject && (
        <div className="preview-reject">
          <ActionButton action={reject} className="preview-answer" part={part('reject')}>
            <WithKeys action={reject}>{reject.label}</WithKeys>
          </ActionButton>
          {rejectBecause && <RejectWithReason action={rejectBecause} />}
        </div>
      )}
      {accept && (
        <ActionButton action={accept} className="preview-answer" part={part('accept')} variant="primary">
          <WithKeys action={accept}>{accept.label}</WithKeys>
        </ActionButton>
      )}
    </div>
  );
}

/** The keys of an action under its name. Screen readers get them from the button. */
function WithKeys({ action: { command }, children }: { action: Action; children: ReactNode }) {
  const keys = useKeys();
  const printed = command && keys(command)?.printed;
  return (
    <span className="preview-answer-name">
      <span>{children}</span>
      {printed !== undefined && (
        <kbd className="preview-keys" part={part('answer-keys')} aria-hidden="true">
          {printed}
        </kbd>
      )}
    </span>
  );
}
