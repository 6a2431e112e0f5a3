import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { KnownTarget } from '@baton/contracts';
import { useEffect, useRef } from 'react';
import { obstacleText } from '../actions/obstacle-text';
import { useLiveTarget } from '../search/use-live-target';
import { useTexts } from '../texts';

/** Announces that the focused target can no longer take an SMS. Other changes of presence are not announced. */
export function useFocusedTarget(focused: KnownTarget | undefined): void {
  const { adapters } = useHost();
  const texts = useTexts();
  const target = useLiveTarget(focused);
  const before = useRef<KnownTarget>(undefined);

  useEffect(() => {
    const previous = before.current;
    before.current = target;
    if (!target || !previous || targetKey(previous) !== targetKey(target)) return;
    if (previous.sms.available !== false && target.sms.available === false) {
      adapters.announcer.announce(obstacleText(target.sms, target, texts));
    }
  }, [adapters, target, texts]);
}
