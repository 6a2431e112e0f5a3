import { useSoundLocked } from '../sound-locked';
import { useWords } from '../texts';

/** Says why a card came without a sound; gone with the first click. */
export function SoundHint({ shown }: { shown: boolean }) {
  const { t } = useWords();
  const locked = useSoundLocked(shown);
  return shown && locked ? <p className="previews-hint">{t('preview.soundLocked')}</p> : null;
}
