import { useEffect, useRef } from 'react';
import type { Baton } from '@baton/host-kit';
import { BackIcon, IconButton, useTexts } from '@baton/ui';
import { ModulePlace } from '../module-place';

/** The menu's second page: what agents set for themselves, which Notifications shows. */
export function SettingsPage({ baton, onBack }: { baton: Pick<Baton, 'register'>; onBack(): void }) {
  const { t } = useTexts();
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed has gone.
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="agent-settings">
      <IconButton ref={back} icon={BackIcon} label={t('agent.back')} onClick={onBack} />
      <ModulePlace baton={baton} module="notifications" view="settings" label={t('agent.settings')} />
    </div>
  );
}
