import { useId } from 'react';
import { useHost, usePreferences } from '@baton/module-kit';
import { soundNames } from '@baton/contracts';
import type { SoundName } from '@baton/contracts';
import { Button, SoundIcon } from '@baton/ui';
import { useSoundLocked } from '../use-sound-locked';
import { useTexts } from '../texts';
import { Switch } from './switch';
import { part } from '../parts';

/** Sounds on or off, how loud, and each of them on, off and to try. */
export function SoundSettings() {
  const { t } = useTexts();
  const { adapters, preferences, random } = useHost();
  const { sounds, mutedSounds, volume } = usePreferences();
  const locked = useSoundLocked();
  const volumeId = useId();
  const percent = Math.round(volume * 100);

  function mute(sound: SoundName, muted: boolean) {
    const others = preferences.get().mutedSounds.filter((one) => one !== sound);
    preferences.set({ mutedSounds: muted ? [...others, sound] : others });
  }

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
      </div>
      {sounds && (
        <fieldset className="settings-sounds">
          <legend className="settings-help">{t('settings.sounds.which')}</legend>
          {soundNames.map((sound) => (
            <div key={sound} className="settings-sound">
              <Switch
                label={t(`settings.sounds.of.${sound}`)}
                checked={!mutedSounds.includes(sound)}
                onChange={(checked) => mute(sound, !checked)}
              />
              <Button
                size="sm"
                icon={SoundIcon}
                aria-label={t('settings.sounds.testOf', { sound: t(`settings.sounds.of.${sound}`) })}
                onClick={() => adapters.sound.play(sound, { volume, once: `test.${random.id()}` })}
              >
                {t('settings.sounds.try')}
              </Button>
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}
