import { useDesktop, useKeys, useShortcuts } from '@baton/module-kit';
import { Button } from '@baton/ui';
import { isLive } from '@baton/desktop';
import { useWords } from '../texts';
import type { Answer, AnswerProgress } from './answers';
import { part } from '../parts';

/** Reject and Accept: as buttons and as shortcuts (IP-02). Esc does nothing (IP-06). */
export function CardActions({
  progress,
  give,
  onKeys,
}: {
  progress: AnswerProgress;
  give(answer: Answer): void;
  onKeys(answer: Answer): void;
}) {
  const { t } = useWords();
  const keys = useKeys();
  const live = useDesktop(isLive);
  const accepting = progress.state === 'sending' && progress.answer === 'accept';
  const sending = (answer: Answer) => progress.state === 'sending' && progress.answer === answer;
  const lost = live ? undefined : t('connection.needed');

  useShortcuts({
    'preview.accept': () => onKeys('accept'),
    'preview.reject': () => onKeys('reject'),
  });

  return (
    <div className="preview-actions" part={part('actions')}>
      <Button
        className="preview-answer"
        part={part('reject')}
        busy={sending('reject')}
        disabledReason={lost}
        keys={keys('preview.reject')}
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
        keys={keys('preview.accept')}
        onClick={() => give('accept')}
      >
        {t(accepting ? 'preview.accepting' : 'preview.accept')}
      </Button>
    </div>
  );
}
