import { useState } from 'react';
import { useHost, usePreferences, useSheet } from '@baton/module-kit';
import { Button } from '@baton/ui';
import { densities, themeNames } from '@baton/contracts';
import type { AgentSetting } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';
import { ChoiceSetting } from './choice-setting';
import { DesktopNotificationSettings } from './desktop-notification-settings';
import { SelfCheckView } from './self-check-view';
import { ShortcutSettings } from './shortcut-settings';
import { SoundSettings } from './sound-settings';
import { TimeToAnswerSetting } from './time-to-answer-setting';
import sheet from './settings.css';

/** What agents set for themselves. Every choice holds at once. */
export function Sections() {
  const { t } = useTexts();
  const { features, platform = 'other', preferences } = useHost();
  const offered = (setting: AgentSetting) => features?.[setting] ?? true;
  const { announcements, density, sendWith, theme } = usePreferences();
  const [isChecking, setChecking] = useState(false);
  useSheet(sheet);
  return (
    <>
      {offered('sounds') && <SoundSettings />}
      {offered('desktopNotifications') && <DesktopNotificationSettings />}
      {offered('timeToAnswer') && <TimeToAnswerSetting />}
      {offered('announcements') && (
        <ChoiceSetting
          title={t('settings.announcements')}
          help={t('settings.announcements.help')}
          options={(['normal', 'quiet'] as const).map((value) => ({
            value,
            label: t(`settings.announcements.${value}`),
          }))}
          value={announcements}
          onChange={(value) => preferences.set({ announcements: value })}
        />
      )}
      {offered('sendWith') && (
        <ChoiceSetting
          title={t('settings.sendWith')}
          options={(['enter', 'ctrlEnter'] as const).map((value) => ({
            value,
            label: t(`settings.sendWith.${value}`, { platform }),
          }))}
          value={sendWith}
          onChange={(value) => preferences.set({ sendWith: value })}
        />
      )}
      {offered('theme') && (
        <ChoiceSetting
          title={t('settings.theme')}
          options={themeNames.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          value={theme}
          onChange={(value) => preferences.set({ theme: value })}
        />
      )}
      {offered('density') && (
        <ChoiceSetting
          title={t('settings.density')}
          options={densities.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
          value={density}
          onChange={(value) => preferences.set({ density: value })}
        />
      )}
      {offered('shortcuts') && <ShortcutSettings />}
      <div className="settings-section" part={part('setting')}>
        <Button size="sm" aria-expanded={isChecking} onClick={() => setChecking(!isChecking)}>
          {t('check.open')}
        </Button>
        {isChecking && <SelfCheckView />}
      </div>
    </>
  );
}
