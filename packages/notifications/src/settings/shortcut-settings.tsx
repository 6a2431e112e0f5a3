import { Fragment } from 'react';
import { useBindings, useHost, usePreferences } from '@baton/module-kit';
import { describeBinding } from '@baton/ui';
import { useTexts } from '../texts';
import { Switch } from './switch';
import { part } from '../parts';

/** The one switch for all shortcuts (KB-02), and the bindings in force (KB-05). */
export function ShortcutSettings() {
  const { t } = useTexts();
  const { preferences, platform } = useHost();
  const { shortcuts } = usePreferences();
  const bindings = useBindings();
  return (
    <div className="settings-section" part={part('setting')}>
      <Switch
        label={t('settings.shortcuts')}
        checked={shortcuts}
        onChange={(checked) => preferences.set({ shortcuts: checked })}
      />
      {shortcuts && (
        <dl className="settings-keys" part={part('keys')}>
          {bindings.map(({ id, keys }) => (
            <Fragment key={id}>
              <dt>{t(`shortcut.${id}`)}</dt>
              <dd>
                {keys === null ? (
                  t('shortcuts.none')
                ) : (
                  <kbd dir="ltr" part={part('key')}>
                    {describeBinding(keys, platform)}
                  </kbd>
                )}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
