import { useKeys } from '@baton/module-kit';
import { useTexts } from '../texts';
import { part } from '../parts';
import type { Blocker } from './use-in-front';

/** Says how what is behind a modal dialog, or something in full screen, can be answered all the same. */
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
