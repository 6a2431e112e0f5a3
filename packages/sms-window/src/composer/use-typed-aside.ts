import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useHost } from '@baton/module-kit';
import { isElement, matches, writesText } from '@baton/ui';
import type { Place } from '../window/place';

/**
 * Sends text that the agent types or pastes into the composer when focus is beside it: after a click beside the
 * composer, or while the transcript has focus. Where focus was moved by the window itself, keys write nothing.
 *
 * @param interactionId the conversation, if the agent can write in it
 * @returns handlers for the window
 */
export function useTypedAside(interactionId: string | undefined, composer: Place) {
  const { platform = 'other' } = useHost();
  const pressed = useRef(false);
  useEffect(() => () => void (pressed.current = false), [interactionId]);

  return {
    onMouseDown: () => void (pressed.current = true),
    onKeyDown({ nativeEvent, key, target }: KeyboardEvent) {
      if (interactionId === undefined || !isElement(target)) return;
      const isTranscript = target.matches('[role="log"]');
      // The space bar scrolls.
      if (isTranscript ? key === ' ' : !pressed.current || !target.matches('section, h2')) return;
      const isPaste = matches(nativeEvent, platform === 'apple' ? 'Meta+V' : 'Control+V');
      // Before the browser inserts the text, so that it goes to the composer.
      if (isPaste || writesText(nativeEvent, platform)) composer.focus();
    },
  };
}
