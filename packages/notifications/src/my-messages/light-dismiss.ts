import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/**
 * Calls back when the agent turns to something outside `inside`, by pointer or
 * by focus: what stays open would then cover what they turned to (FO-02).
 */
export function useLightDismiss(inside: RefObject<HTMLElement | null>, onDismiss: () => void): void {
  const dismiss = useEffectEvent(onDismiss);

  useEffect(() => {
    const onTurn = (event: Event) => {
      if (inside.current && !event.composedPath().includes(inside.current)) dismiss();
    };
    document.addEventListener('pointerdown', onTurn);
    document.addEventListener('focusin', onTurn);
    return () => {
      document.removeEventListener('pointerdown', onTurn);
      document.removeEventListener('focusin', onTurn);
    };
  }, [inside]);
}
