import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { Target } from '@baton/contracts';
import { useEffect, useRef } from 'react';
import { obstacleText } from '../actions/obstacle-text';
import { useTexts } from '../texts';

/** Says so when the target under the focus can no longer take an SMS. Other changes of presence stay silent. */
export function useFocusedTarget(target: Target | undefined): void {
  const { adapters } = useHost();
  const texts = useTexts();
  const before = useRef<Target>(undefined);

  useEffect(() => {
    const previous = before.current;
    before.current = target;
    if (!target || !previous || targetKey(previous) !== targetKey(target)) return;
    if (previous.sms.available && !target.sms.available) {
      adapters.announcer.announce(obstacleText(target.sms, target, texts));
    }
  }, [adapters, target, texts]);
}
