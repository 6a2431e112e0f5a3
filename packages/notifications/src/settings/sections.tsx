import { ChipGroup } from '@baton/ui';
import { useHost, usePreferences, useSheet } from '@baton/module-kit';
import { densities, themeNames } from '@baton/contracts';
import type { AgentSetting } from '@baton/contracts';
import { useTexts } from '../texts';
import { DesktopNotificationSettings } from './desktop-notification-settings';
import { Section } from './section';
import { ShortcutSettings } from './shortcut-settings';
import { SoundSettings } from './sound-settings';
import { TimeSetting } from './time-setting';
import sheet from './settings.css';

/** What agents set for themselves. Every choice holds at once. */
export function Sections() {
  const { t } = useTexts();
  const { features, platform = 'other', preferences } = useHost();
  const offered = (setting: AgentSetting) => features?.[setting] ?? true;
  const { announcements, density, sendWith, theme } = usePreferences();
  useSheet(sheet);
  return (
    <>
      {offered('sounds') && <SoundSettings />}
      {offered('desktopNotifications') && <DesktopNotificationSettings />}
      {offered('timeToAnswer') && <TimeSetting />}
      {offered('announcements') && (
        <Section title={t('settings.announcements')} help={t('settings.announcements.help')}>
          <ChipGroup
            label={t('settings.announcements')}
            options={(['normal', 'quiet'] as const).map((value) => ({
              value,
              label: t(`settings.announcements.${value}`),
            }))}
            value={announcements}
            onChange={(value) => preferences.set({ announcements: value })}
          />
        </Section>
      )}
      {offered('sendWith') && (
        <Section title={t('settings.sendWith')}>
          <ChipGroup
            label={t('settings.sendWith')}
            options={(['enter', 'ctrlEnter'] as const).map((value) => ({
              value,
              label: t(`settings.sendWith.${value}`, { platform }),
            }))}
            value={sendWith}
            onChange={(value) => preferences.set({ sendWith: value })}
          />
        </Section>
      )}
      {offered('theme') && (
        <Section title={t('settings.theme')}>
          <ChipGroup
            label={t('settings.theme')}
            options={themeNames.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
            value={theme}
            onChange={(value) => preferences.set({ theme: value })}
          />
        </Section>
      )}
      {offered('density') && (
        <Section title={t('settings.density')}>
          <ChipGroup
            label={t('settings.density')}
            options={densities.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
            value={density}
            onChange={(value) => preferences.set({ density: value })}
          />
        </Section>
      )}
      {offered('shortcuts') && <ShortcutSettings />}
    </>
  );
}
