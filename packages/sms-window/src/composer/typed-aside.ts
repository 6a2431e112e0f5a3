import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useHost } from '@baton/module-kit';
import { matches, writesText } from '@baton/ui';
import type { Place } from '../window/place';

/**
 * What the agent types or pastes after a press beside the composer, or while the transcript has the focus, goes to the
 * composer of the same conversation. Where focus has come to rest by itself, keys write nothing.
 *
 * @param interactionId the conversation that can be written in, if there is one
 * @returns handlers for the window
 */
export function useTypedAside(interactionId: string | undefined, composer: Place) {
  const { platform = 'other' } = useHost();
  const pressed = useRef(false);
  useEffect(() => () => void (pressed.current = false), [interactionId]);

  return {
    onMouseDown: () => void (pressed.current = true),
    onKeyDown({ nativeEvent, key, target }: KeyboardEvent) {
      if (interactionId === undefined || !(target instanceof Element)) return;
      const isTranscript = target.matches('[role="log"]');
      // The space bar scrolls.
      if (isTranscript ? key === ' ' : !pressed.current || !target.matches('section, h2')) return;
      const isPaste = matches(nativeEvent, platform === 'apple' ? 'Meta+V' : 'Control+V');
      // Before the browser writes: it then writes where focus has gone.
      if (isPaste || writesText(nativeEvent, platform)) composer.focus();
    },
  };
}
