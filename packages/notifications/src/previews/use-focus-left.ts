import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '@baton/ui';
import type { AnswerProgress } from './use-answers';

/** Why an invitation goes: the agent has answered it in this window, or something else happened to it. */
export type Departure = 'answered' | 'gone';

/** Calls back when the element of an invitation is removed while it has focus. */
export function useFocusLeft(
  invitation: RefObject<HTMLElement | null>,
  progress: AnswerProgress,
  onFocusLost: (because: Departure) => void,
): void {
  const lost = useRef(() => undefined as void);
  useLayoutEffect(() => {
    const because = progress.state === 'sending' && progress.answer !== 'extend' ? 'answered' : 'gone';
    lost.current = () => onFocusLost(because);
  });
  useLayoutEffect(() => {
    const element = invitation.current;
    // Layout effects are cleaned up before the element leaves the page.
    return () => {
      if (element && holdsFocus(element)) lost.current();
    };
  }, [invitation]);
}
