import { useEffect, useState } from 'react';

/**
 * Enter in the search field acts on the results of the text typed, not on older results that are still shown: it waits
 * for the answer, unless focus leaves the field or the search changes.
 *
 * @param question identifies the search; `undefined` when no answer will come
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
