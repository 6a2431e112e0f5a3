import { useId } from 'react';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { ErrorState, Skeleton } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';

const code = onDemand(() => import(/* webpackChunkName: "self-check" */ './self-check'));

/** What reaches the agent on this device, in the place that the host or the settings give it. */
export function SelfCheckView() {
  const { t } = useTexts();
  const headingId = useId();
  const check = useOnDemand(code);
  return (
    <section className="settings" part={part('self-check')} aria-labelledby={headingId}>
      <h2 id={headingId} className="messages-title" part={part('settings-heading')}>
        {t('check.title')}
      </h2>
      {check.state === 'loading' && <Skeleton />}
      {check.state === 'failed' && <ErrorState title={t('settings.failed')} onRetry={check.retry} />}
      {check.state === 'ready' && <check.code.SelfCheck />}
    </section>
  );
}
