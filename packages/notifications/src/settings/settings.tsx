import { useId } from 'react';
import { ErrorState, Skeleton } from '@baton/ui';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { part } from '../parts';
import { useTexts } from '../texts';

export const settingsCode = onDemand(() => import(/* webpackChunkName: "settings" */ './sections'));

/** What agents set for themselves, in the place that the host gives it. */
export function SettingsView() {
  const { t } = useTexts();
  const headingId = useId();
  return (
    <section className="settings" part={part('settings')} aria-labelledby={headingId}>
      <h2 id={headingId} className="messages-title" part={part('settings-heading')}>
        {t('settings.title')}
      </h2>
      <Settings />
    </section>
  );
}

/** The settings themselves. */
export function Settings() {
  const { t } = useTexts();
  const settings = useOnDemand(settingsCode);
  switch (settings.state) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return <ErrorState title={t('settings.failed')} onRetry={settings.retry} />;
    case 'ready':
      return <settings.code.Sections />;
  }
}
