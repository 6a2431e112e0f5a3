import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '@baton/ui';
import type { AnswerProgress } from './use-answers';

/** Tells when an invitation goes and focus with it, and whether it goes because the agent has answered it here. */
export function useFocusLeft(
  invitation: RefObject<HTMLElement | null>,
  progress: AnswerProgress,
  onFocusLost: (because: 'answered' | 'gone') => void,
): void {
  const because = useRef<'answered' | 'gone'>('gone');
  useLayoutEffect(() => {
    because.current = progress.state === 'sending' && progress.answer !== 'extend' ? 'answered' : 'gone';
  });
  useLayoutEffect(() => {
    const element = invitation.current;
    // Runs while it is still in the page.
    return () => {
      if (element && holdsFocus(element)) onFocusLost(because.current);
    };
  }, [invitation, onFocusLost]);
}
