import { useDesktop, useHost, usePreferences } from '@baton/module-kit';
import { timeToAnswerFactors } from '@baton/contracts';
import { useTexts } from '../texts';
import { ChoiceSetting } from './choice-setting';

/** How long an invitation waits for the agent, as far as the backend can wait and the host lets them choose. */
export function TimeToAnswerSetting() {
  const { t } = useTexts();
  const { preferences, timing } = useHost();
  const { timeToAnswer } = usePreferences();
  const possible = useDesktop((state) => state.capabilities?.timeToAnswer === true);
  const choices = timeToAnswerFactors.filter((factor) => timing.choices?.includes(factor) ?? true);
  if (!possible || choices.length < 2) return null;
  return (
    <ChoiceSetting
      title={t('settings.time')}
      help={t('settings.time.help')}
      options={choices.map((factor) => ({ value: String(factor), label: t('settings.time.choice', { factor }) }))}
      value={String(timeToAnswer)}
      onChange={(value) => {
        const chosen = choices.find((factor) => String(factor) === value);
        if (chosen !== undefined) preferences.set({ timeToAnswer: chosen });
      }}
    />
  );
}
