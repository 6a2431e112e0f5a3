import { useEffect, useState } from 'react';

/**
 * Enter in the search field is about what the agent asked for, not about older results that happen to be on screen: it
 * waits for the answer, unless the agent goes elsewhere or asks for something else.
 *
 * @param question another object when something else is asked for; `undefined` when no answer will come
 */
export function usePendingEnter(
  question: object | undefined,
  settled: boolean,
  onEnter: () => void,
): { press(): void; forget(): void } {
  const [pressed, setPressed] = useState<object>();

  useEffect(() => {
    if (!pressed || pressed !== question || !settled) return;
    setPressed(undefined);
    onEnter();
  }, [pressed, question, settled, onEnter]);

  return { press: () => setPressed(question), forget: () => setPressed(undefined) };
}
