import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Scrolls a list of results back to its beginning when it has those of another search.
 *
 * @param question identifies the search; `undefined` while the results are still those of the search before
 */
export function useScrolledBack(question: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const answered = useRef(question);

  useLayoutEffect(() => {
    if (question === undefined || question === answered.current) return;
    answered.current = question;
    if (list.current) list.current.scrollTop = 0;
  }, [question]);

  return list;
}
