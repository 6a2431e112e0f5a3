import { useEffect, useRef } from 'react';
import type { Baton } from '@baton/host-kit';
import { BackIcon, IconButton, useTexts } from '@baton/ui';
import { ModulePlace } from '../module-place';

/** A second page of the menu: a view of Notifications. */
export function PanelPage({
  baton,
  view,
  onBack,
}: {
  baton: Pick<Baton, 'register'>;
  view: 'settings' | 'self-check';
  onBack(): void;
}) {
  const { t } = useTexts();
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed has gone.
  useEffect(() => back.current?.focus(), []);
  const label = t(view === 'settings' ? 'agent.settings' : 'agent.check');
  return (
    <div className="agent-settings">
      <IconButton ref={back} icon={BackIcon} label={t('agent.back')} onClick={onBack} />
      <ModulePlace baton={baton} module="notifications" view={view} label={label} />
    </div>
  );
}
