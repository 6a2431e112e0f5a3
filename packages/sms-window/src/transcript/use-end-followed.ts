import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { usePage } from '@baton/module-kit';
import { viewOf } from '@baton/ui';

/** How near to the end counts as being there, in CSS pixels. */
const nearEndPx = 48;

/** Where in a transcript the agent was reading, by interaction: in CSS pixels from its beginning. None at its end. */
export type ReadingPlaces = Map<string, number>;

/** Whether the agent reads the end of the transcript, and how to get there. */
export interface EndFollowing {
  atEnd: boolean;
  goToEnd(): void;
}

/**
 * Keeps the end of the transcript in sight when something is added, if it was
 * (SW-04), and otherwise what the agent is reading.
 *
 * The log is laid out from its end (`column-reverse`): the browser itself keeps
 * the distance to the end when older messages are put in or the composer grows.
 * Where the page scrolls instead of the log, the end is that of the window.
 *
 * @param added changes when something was added at the end
 * @param own changes when the agent has sent something, which shows the end in any case
 * @param places where the agent finds the transcript again after another conversation was in front
 */
export function useEndFollowed(
  log: RefObject<HTMLElement | null>,
  added: string | undefined,
  own: string | undefined,
  interactionId: string,
  places: ReadingPlaces,
): EndFollowing {
  const page = usePage();
  const [atEnd, setAtEnd] = useState(() => !places.has(interactionId));
  const before = useRef({ added, height: 0 });

  const measure = useCallback(() => {
    if (log.current) setAtEnd(distanceToEnd(log.current) <= nearEndPx);
  }, [log]);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    const place = places.get(interactionId);
    if (place !== undefined) element.scrollTop = place - wayDown(element);
    return () => {
      if (-element.scrollTop <= nearEndPx) places.delete(interactionId);
      else places.set(interactionId, wayDown(element) + element.scrollTop);
    };
  }, [log, interactionId, places]);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const { scrollHeight: height } = element;
    const isNew = before.current.added !== added;
    const grown = height - before.current.height;
    before.current = { added, height };
    if (!isNew) return;
    if (!atEnd) element.scrollTop -= grown;
    else if (!scrollsItself(element)) windowOf(element)?.scrollIntoView({ block: 'end' });
  });

  useEffect(() => {
    const element = log.current;
    element?.addEventListener('scroll', measure, { passive: true });
    page.addEventListener('scroll', measure, { passive: true, capture: true });
    return () => {
      element?.removeEventListener('scroll', measure);
      page.removeEventListener('scroll', measure, { capture: true });
    };
  }, [page, log, measure]);

  const goToEnd = useCallback(() => {
    if (!log.current) return;
    log.current.scrollTop = 0;
    if (!scrollsItself(log.current)) windowOf(log.current)?.scrollIntoView({ block: 'end' });
    setAtEnd(true);
  }, [log]);

  const [sent, setSent] = useState(own);
  useLayoutEffect(() => {
    if (own === sent) return;
    setSent(own);
    if (own !== undefined) goToEnd();
  }, [own, sent, goToEnd]);

  return { atEnd, goToEnd };
}

function distanceToEnd(log: HTMLElement): number {
  const below = scrollsItself(log) ? 0 : (windowOf(log)?.getBoundingClientRect().bottom ?? 0) - viewOf(log).innerHeight;
  return Math.max(-log.scrollTop, below);
}

/** From the beginning of the log to its end. */
function wayDown(log: HTMLElement): number {
  return log.scrollHeight - log.clientHeight;
}

function scrollsItself(log: HTMLElement): boolean {
  return log.scrollHeight > log.clientHeight;
}

/** In a page that scrolls, the composer under the log has to be in sight too. */
function windowOf(log: HTMLElement): Element | null {
  return log.closest('.sms-window');
}
