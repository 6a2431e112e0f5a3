import { useKeys } from '@baton/module-kit';
import { useTexts } from '../texts';
import { part } from '../parts';
import { useAllowedAnswers } from './use-allowed-answers';
import type { Blocker } from './use-in-front';

/** Says how to answer an invitation that a modal dialog or an element in full screen covers. */
export function BlockedHint({ by }: { by: Blocker }) {
  const { t } = useTexts();
  const keys = useKeys();
  const allowed = useAllowedAnswers();
  const accept = keys('preview.accept');
  const reject = keys('preview.reject');
  return (
    <p className="previews-blocked" part={part('blocked')}>
      {accept && reject && allowed.accept && allowed.reject
        ? t('preview.blocked.keys', { by, acceptKeys: accept.printed, rejectKeys: reject.printed })
        : t('preview.blocked', { by })}
    </p>
  );
}
