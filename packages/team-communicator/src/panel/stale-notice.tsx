import { Banner } from '@baton/ui';
import { useTexts } from '../texts';

/** Says that the presence shown may be out of date. */
export function StaleNotice({ lastUpdated }: { lastUpdated: string | undefined }) {
  const { t } = useTexts();
  return (
    <div className="tc-notice">
      <Banner severity="warning" title={t('team.stale')} help={lastUpdated} />
    </div>
  );
}
