import { useId } from 'react';
import { useHost, usePreferences } from '@baton/module-kit';
import { Button, SoundIcon } from '@baton/ui';
import { useSoundLocked } from '../use-sound-locked';
import { useTexts } from '../texts';
import { Switch } from './switch';
import { part } from '../parts';

/** Sounds on or off, how loud, and one to try. */
export function SoundSettings() {
  const { t } = useTexts();
  const { adapters, preferences, random } = useHost();
  const { sounds, volume } = usePreferences();
  const locked = useSoundLocked();
  const volumeId = useId();
  const percent = Math.round(volume * 100);
  return (
    <div className="settings-section" part={part('setting')}>
      <Switch
        label={t('settings.sounds')}
        help={locked ? t('preview.soundLocked') : undefined}
        checked={sounds}
        onChange={(checked) => preferences.set({ sounds: checked })}
      />
      <div className="settings-row">
        <label htmlFor={volumeId}>{t('settings.sounds.volume')}</label>
        <input
          id={volumeId}
          className="settings-volume"
          part={part('volume')}
          type="range"
          min={0}
          max={100}
          step={10}
          value={percent}
          aria-valuetext={t('settings.sounds.percent', { percent })}
          onChange={(event) => preferences.set({ volume: event.target.valueAsNumber / 100 })}
        />
        <Button
          size="sm"
          icon={SoundIcon}
          onClick={() => adapters.sound.play('invite', { volume, once: `test.${random.id()}` })}
        >
          {t('settings.sounds.test')}
        </Button>
      </div>
    </div>
  );
}
