import { useEffect, useState } from 'react';

/**
 * Enter in the search field is about what the agent typed, not about older
 * results that happen to be on screen: it waits for the answer, unless the
 * agent goes elsewhere.
 */
export function usePendingEnter(settled: boolean, onEnter: () => void): { press(): void; forget(): void } {
  const [pressed, setPressed] = useState(false);

  useEffect(() => {
    if (!pressed || !settled) return;
    setPressed(false);
    onEnter();
  }, [pressed, settled, onEnter]);

  return { press: () => setPressed(true), forget: () => setPressed(false) };
}
