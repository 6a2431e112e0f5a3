import { useHost } from '@baton/module-kit';
import { Banner, formatTime } from '@baton/ui';
import { useTexts } from '../texts';

/** Says that presence on screen may no longer be true. Times are backend time. */
export function StaleNotice({ asOf, now }: { asOf: number; now: number }) {
  const { locale, timeZone } = useHost();
  const { t } = useTexts();
  return (
    <div className="tc-notice">
      <Banner
        severity="warning"
        title={t('team.stale')}
        help={t('team.staleHelp', { time: formatTime(asOf, { now, locale, timeZone }) })}
      />
    </div>
  );
}
