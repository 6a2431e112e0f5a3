import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Message } from '@baton/contracts';
import { flushSync, usePage } from '@baton/module-kit';
import { holdsFocus, viewOf } from '@baton/ui';
import {
  anchorIn,
  distanceToEnd,
  indexOf,
  indexesInSight,
  rowOf,
  scrollBy,
  scrolledSince,
  scrolledTo,
  scrollsItself,
  showEnd,
  topOf,
} from './log';
import type { Anchor } from './log';

/** How near to the end counts as being there, in CSS pixels. */
const nearEndPx = 48;

/** How many messages are in the page at most: more than a screen shows. */
const mostInPage = 70;

/** How many of them are there at once when a conversation is opened: a screen full. The rest follows. */
const firstInPage = 20;

/** With fewer messages than these beyond those in sight, others are put into the page. */
const fewLeft = 8;

/** What an agent reads: the first message in sight, and where it stands below the upper edge, in CSS pixels. */
interface ReadingPlace {
  index: number;
  top: number;
}

/** Where in a transcript the agent was reading, by interaction. None at its end. */
export type ReadingPlaces = Map<string, ReadingPlace>;

/** The messages in the page, and whether the agent reads the last of them. */
export interface Reading {
  shown: readonly Message[];
  /** The message before those shown. */
  before: Message | undefined;
  /** Whether the rest of them follows. */
  isOpening: boolean;
  /** Whether the last message is among those shown. */
  hasEnd: boolean;
  atEnd: boolean;
  goToEnd(): void;
  /** Shows the first message that is loaded. */
  goToStart(): void;
  /** Brings a message into the page, to be read instead. */
  bring(index: number): void;
  /** Puts messages into the page that come before those shown. */
  showOlder(): void;
}

/**
 * Keeps the end of the transcript in sight when something is added, if it was (SW-04), and otherwise what the agent is
 * reading. However long the conversation is, only what is around that is in the page: while the agent scrolls, messages
 * come at one end and go at the other.
 *
 * The log is laid out from its end (`column-reverse`): the browser itself keeps the distance to the end when older
 * messages are put in. Where the page scrolls instead of the log, the end is that of the window.
 *
 * @param own changes when the agent has sent something, which shows the end in any case
 * @param places where the agent finds the transcript again after another conversation was in front
 */
export function useReading(
  log: RefObject<HTMLElement | null>,
  messages: readonly Message[],
  own: string | undefined,
  interactionId: string,
  places: ReadingPlaces,
): Reading {
  const page = usePage();
  const [place] = useState(() => places.get(interactionId));
  /** Index of the first message in the page; none while the agent reads the last ones. */
  const [from, setFrom] = useState(place && place.index - mostInPage / 2);
  const read = useRef<Anchor>(undefined);
  const atEnd = from === undefined;
  const [isPrinted, setPrinted] = useState(false);
  const first = messages[0]?.index ?? 0;
  const most = useDeferredValue(mostInPage, !place && messages.length > firstInPage ? firstInPage : mostInPage);
  const [knownFirst, setKnownFirst] = useState(first);
  if (knownFirst !== first) {
    setKnownFirst(first);
    // The agent has asked for these. What is read stays in the page, wherever that is.
    if (first < knownFirst && !atEnd) setFrom(((read.current && indexOf(read.current.row)) ?? knownFirst) - most / 2);
  }
  const latest = Math.max(messages.length - most, 0);
  const start = isPrinted ? 0 : Math.min(Math.max((from ?? Infinity) - first, 0), latest);
  const hasEnd = isPrinted || start === latest;
  const shown = useMemo(
    () => messages.slice(start, isPrinted ? undefined : start + most),
    [messages, start, most, isPrinted],
  );

  const settle = useCallback(() => {
    const element = log.current;
    if (!element) return;
    const { row, top, scrolled } = read.current ?? { top: 0, scrolled: 0 };
    // A log that scrolls keeps its end by itself.
    if (row?.isConnected && !(atEnd && scrollsItself(element)))
      scrollBy(element, topOf(row, element) - top + scrolledSince(element, scrolled));
    read.current = anchorIn(element);
  }, [log, atEnd]);

  const look = useCallback(() => {
    const element = log.current;
    if (!element) return;
    read.current = anchorIn(element);
    if (hasEnd && distanceToEnd(element) <= nearEndPx) return setFrom(undefined);
    const begin = first + start;
    const inSight = indexesInSight(element);
    const [top = begin] = inSight;
    const below = begin + most - 1 - (inSight.at(-1) ?? begin);
    const isFew = (top - begin < fewLeft && start > 0) || (below < fewLeft && !hasEnd);
    if (!isFew && from !== undefined) return;
    const hadFocus = holdsFocus(element);
    flushSync(() => setFrom(isFew ? top - Math.trunc((most - inSight.length) / 2) : begin));
    // What had it is not in the page any more.
    if (hadFocus && !holdsFocus(element)) element.focus({ preventScroll: true });
  }, [log, first, start, most, from, hasEnd]);

  const isFirst = useRef(true);
  const isEndWanted = useRef(false);
  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const row = isFirst.current && place && rowOf(element, place.index);
    if (row) read.current = { row, top: place.top, scrolled: scrolledTo(element) };
    isFirst.current = false;
    if (isEndWanted.current) showEnd(element);
    isEndWanted.current = false;
    settle();
  });

  const end = `${messages.at(-1)?.index} ${own}`;
  const knownEnd = useRef(end);
  useLayoutEffect(() => {
    if (knownEnd.current === end) return;
    knownEnd.current = end;
    if (atEnd && log.current && !scrollsItself(log.current)) showEnd(log.current);
  });

  useLayoutEffect(
    () => () => {
      const index = read.current && indexOf(read.current.row);
      if (atEnd || index === undefined) places.delete(interactionId);
      else places.set(interactionId, { index, top: read.current?.top ?? 0 });
    },
    [interactionId, places, atEnd],
  );

  useEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    const view = viewOf(element);
    const observer = new view.ResizeObserver(settle);
    observer.observe(element);
    // With what stands above the log, which moves it where the page scrolls.
    if (element.parentElement) observer.observe(element.parentElement);
    const onPrint = ({ type }: Event) => flushSync(() => setPrinted(type === 'beforeprint'));
    view.addEventListener('beforeprint', onPrint);
    view.addEventListener('afterprint', onPrint);
    return () => {
      observer.disconnect();
      view.removeEventListener('beforeprint', onPrint);
      view.removeEventListener('afterprint', onPrint);
    };
  }, [page, log, settle]);

  useEffect(() => {
    const element = log.current;
    element?.addEventListener('scroll', look, { passive: true });
    page.addEventListener('scroll', look, { passive: true, capture: true });
    return () => {
      element?.removeEventListener('scroll', look);
      page.removeEventListener('scroll', look, { capture: true });
    };
  }, [page, log, look]);

  const goToEnd = useCallback(() => {
    isEndWanted.current = true;
    setFrom(undefined);
    if (log.current) showEnd(log.current);
  }, [log]);

  const goToStart = () => {
    read.current = undefined;
    flushSync(() => setFrom(first));
    if (log.current) log.current.scrollTop = -log.current.scrollHeight;
  };

  const begin = useRef(0);
  useLayoutEffect(() => {
    begin.current = first + start;
  });
  const showOlder = useCallback(() => setFrom(begin.current - most / 2), [most]);

  const [sent, setSent] = useState(own);
  useLayoutEffect(() => {
    if (own === sent) return;
    setSent(own);
    if (own !== undefined) goToEnd();
  }, [own, sent, goToEnd]);

  return {
    shown,
    isOpening: most < mostInPage,
    before: messages[start - 1],
    hasEnd,
    atEnd,
    goToEnd,
    goToStart,
    bring(index) {
      read.current = undefined;
      if (!log.current || !rowOf(log.current, index)) setFrom(index - most / 2);
    },
    showOlder,
  };
}
