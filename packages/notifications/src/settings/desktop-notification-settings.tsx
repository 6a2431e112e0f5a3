import { useState } from 'react';
import { useHost, usePreferences } from '@baton/module-kit';
import { useWords } from '../texts';
import { Switch } from './switch';
import { part } from '../parts';

/** Notifications of the operating system. The browser is asked when the agent switches them on, never before. */
export function DesktopNotificationSettings() {
  const { t } = useWords();
  const { adapters, preferences } = useHost();
  const { desktopNotifications } = usePreferences();
  const [permission, setPermission] = useState(() => adapters.desktopNotification.permission());

  async function change(wanted: boolean) {
    const given = wanted ? await adapters.desktopNotification.requestPermission() : permission;
    setPermission(given);
    preferences.set({ desktopNotifications: wanted && given === 'granted' });
  }

  return (
    <div className="settings-section" part={part('setting')}>
      <Switch
        label={t('settings.desktop')}
        help={t(`settings.desktop.${permission}`)}
        checked={desktopNotifications && permission === 'granted'}
        onChange={(checked) => void change(checked)}
      />
    </div>
  );
}
