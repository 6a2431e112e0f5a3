import { useState } from 'react';
import { useHost, usePreferences } from '@baton/module-kit';
import { useCommand } from '@baton/ui';
import { useTexts } from '../texts';
import { Switch } from './switch';
import { part } from '../parts';

/** Notifications of the operating system. The browser is asked when the agent switches them on, never before. */
export function DesktopNotificationSettings() {
  const { t } = useTexts();
  const { adapters, preferences } = useHost();
  const { desktopNotifications } = usePreferences();
  const [permission, setPermission] = useState(() => adapters.desktopNotification.permission());

  // The browser asks one question at a time.
  const { run: change } = useCommand(async (wanted: boolean) => {
    const given = wanted ? await adapters.desktopNotification.requestPermission() : permission;
    setPermission(given);
    preferences.set({ desktopNotifications: wanted && given === 'granted' });
  });

  return (
    <div className="settings-section" part={part('setting')}>
      <Switch
        label={t('settings.desktop')}
        help={t(`settings.desktop.${permission}`)}
        checked={desktopNotifications && permission === 'granted'}
        onChange={change}
      />
    </div>
  );
}
