import { useHost } from '@baton/module-kit';
import { formatTime } from '@baton/ui';
import type { Freshness } from '../search/freshness';
import { useTexts } from '../texts';

/** The text that says how old the presence shown is; `undefined` where presence is live or unknown. */
export function useLastUpdated(freshness: Freshness, now: number): string | undefined {
  const { locale, timeZone } = useHost();
  const { t } = useTexts();
  return 'asOf' in freshness
    ? t('team.staleHelp', { time: formatTime(freshness.asOf, { now, locale, timeZone }) })
    : undefined;
}
