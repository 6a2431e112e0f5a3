import { useDesktop, useHost, useShortcuts } from '@baton/module-kit';
import { Button } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useKeyNames } from '../key-names';
import { useWords } from '../texts';
import type { Answer, AnswerProgress } from './answers';
import { part } from '../parts';

/** Reject, Accept and Give me more time: as buttons and as shortcuts (IP-02). Esc does nothing (IP-06). */
export function CardActions({
  invitation,
  progress,
  give,
}: {
  invitation: OfferedInvitation;
  progress: AnswerProgress;
  give(answer: Answer): void;
}) {
  const { t } = useWords();
  const { timing } = useHost();
  const keys = useKeyNames();
  const live = useDesktop(isLive);
  const extendable =
    useDesktop((state) => state.capabilities?.extendInvitation === true) &&
    timing.extendable &&
    invitation.expiresAt !== null;
  const mayExtend = extendable && invitation.extensionsLeft > 0;
  const accepting = progress.state === 'sending' && progress.answer === 'accept';
  const sending = (answer: Answer) => progress.state === 'sending' && progress.answer === answer;
  const lost = live ? undefined : t('connection.needed');

  useShortcuts({
    'preview.accept': () => give('accept'),
    'preview.reject': () => give('reject'),
    ...(mayExtend && { 'preview.extend': () => give('extend') }),
  });

  return (
    <div className="preview-actions" part={part('actions')}>
      <Button
        className="preview-answer"
        part={part('reject')}
        busy={sending('reject')}
        disabledReason={lost}
        aria-keyshortcuts={keys('preview.reject')?.aria}
        onClick={() => give('reject')}
      >
        {t('preview.reject')}
      </Button>
      <Button
        className="preview-answer"
        part={part('accept')}
        variant="primary"
        busy={accepting}
        disabledReason={lost}
        aria-keyshortcuts={keys('preview.accept')?.aria}
        onClick={() => give('accept')}
      >
        {t(accepting ? 'preview.accepting' : 'preview.accept')}
      </Button>
      {extendable && (
        <Button
          className="preview-extend"
          part={part('extend')}
          variant="quiet"
          size="sm"
          busy={sending('extend')}
          disabledReason={lost ?? (mayExtend ? undefined : t('preview.extend.none'))}
          aria-keyshortcuts={keys('preview.extend')?.aria}
          onClick={() => give('extend')}
        >
          {t('preview.extend')}
        </Button>
      )}
    </div>
  );
}
