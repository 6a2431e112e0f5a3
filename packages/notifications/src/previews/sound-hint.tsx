import { useSoundLocked } from '../sound-locked';
import { useWords } from '../texts';
import { part } from '../parts';

/** Says why a card came without a sound; gone with the first click. */
export function SoundHint({ shown }: { shown: boolean }) {
  const { t } = useWords();
  const locked = useSoundLocked(shown);
  return shown && locked ? (
    <p className="previews-hint" part={part('hint')}>
      {t('preview.soundLocked')}
    </p>
  ) : null;
}
