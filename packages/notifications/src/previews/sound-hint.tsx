import { useState } from 'react';
import { useSoundLocked } from '../use-sound-locked';
import { useTexts } from '../texts';
import { useKeptHeight } from './use-kept-height';
import { part } from '../parts';

/** Says why a card came without a sound. After the first click its place stays empty until no card waits: nothing moves. */
export function SoundHint() {
  const { t } = useTexts();
  const locked = useSoundLocked();
  const [wasLocked] = useState(locked);
  const hint = useKeptHeight<HTMLParagraphElement>(!locked);
  return wasLocked ? (
    <p ref={hint} className="previews-hint" part={part('hint')}>
      {locked && t('preview.soundLocked')}
    </p>
  ) : null;
}
