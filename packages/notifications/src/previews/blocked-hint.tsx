import { useKeys } from '@baton/module-kit';
import { useTexts } from '../texts';
import { part } from '../parts';
import type { Blocker } from './use-in-front';

/** Says how to answer an invitation that a modal dialog or an element in full screen covers. */
export function BlockedHint({ by }: { by: Blocker }) {
  const { t } = useTexts();
  const keys = useKeys();
  const accept = keys('preview.accept');
  const reject = keys('preview.reject');
  return (
    <p className="previews-blocked" part={part('blocked')}>
      {accept && reject
        ? t('preview.blocked.keys', { by, acceptKeys: accept.printed, rejectKeys: reject.printed })
        : t('preview.blocked', { by })}
    </p>
  );
}
