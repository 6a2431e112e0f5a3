import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Message } from '@baton/contracts';
import { soughtIn } from '@baton/directory';
import { useHost, useKeys, useSheet } from '@baton/module-kit';
import { Button, CloseIcon, ExpandIcon, IconButton, formatDay, formatTime } from '@baton/ui';
import { drawMarked } from './draw-marked';
import type { FindProps } from './find';
import { findMatches, nextMatch } from './find-matches';
import { part } from '../parts';
import { useTexts } from '../texts';
import { showMatch } from './show-match';
import { useLookFurther } from './use-look-further';
import sheet from './find.css';

/** How long after the last key the outcome is announced, in milliseconds. */
const settledMs = 500;

/** The field, which match is shown, and how far back was searched. */
export function FindBar({ find, messages, earlier, reader, log, bring, onMarks }: FindProps) {
  useSheet(sheet);
  const { adapters, agent, clock } = useHost();
  const { t } = useTexts();
  const keys = useKeys()('sms.find');
  // What was typed before this code was here.
  const [query, setQuery] = useState(() => find.field.current?.value ?? '');
  const [chosen, setChosen] = useState<{ index: number }>();
  /** The match that is in the page, and marked. */
  const [ready, setReady] = useState(chosen);
  /** What is announced next, and how long after now. */
  const [due, setDue] = useState<{ afterMs: number }>();

  const matches = useMemo(() => findMatches(messages, query), [messages, query]);
  const current = chosen && matches.includes(chosen.index) ? chosen.index : undefined;
  const first = messages[0];
  const further = useLookFurther(earlier, first?.index ?? 0, matches, (found) => {
    if (found !== undefined) choose(found);
    setDue({ afterMs: 0 });
  });
  const isEmpty = soughtIn(query) === '';
  const count = isEmpty
    ? ''
    : matches.length === 0
      ? t('sms.find.none')
      : t('sms.find.count', { at: current === undefined ? 0 : matches.indexOf(current) + 1, count: matches.length });
  const status = earlier.failure
    ? t('sms.history.error')
    : earlier.more
      ? first && t('sms.find.back', { day: formatDay(first.at, reader) })
      : count !== '' && matches.length === 0
        ? t('sms.find.none.help')
        : undefined;

  function choose(index: number): void {
    setChosen({ index });
    bring(index);
  }

  function step(direction: 'earlier' | 'later'): void {
    if (isEmpty || further.isLooking) return;
    const next = nextMatch(matches, current, direction, earlier.more);
    if (next !== undefined) {
      choose(next);
      setDue({ afterMs: 0 });
    } else if (earlier.more) further.look();
    else setDue({ afterMs: 0 });
  }

  const startAnew = useEffectEvent(() => {
    further.stop();
    setDue(isEmpty ? undefined : { afterMs: settledMs });
    const [newest] = matches;
    if (newest === undefined) setChosen(undefined);
    else choose(newest);
  });
  useLayoutEffect(() => startAnew(), [query]);

  const announce = useEffectEvent(() => {
    const message = messages.find(({ index }) => index === current);
    const help = message ? said(message) : status;
    adapters.announcer.announce(help ? t('sms.banner.announce', { title: count, help }) : count);
  });
  useEffect(() => due && clock.setTimeout(announce, due.afterMs), [due, clock]);

  function said(message: Message): string {
    if (message.kind !== 'customer' && message.kind !== 'agent') return '';
    const isOwn = message.kind === 'agent' && message.from.id === agent.id;
    const sender = isOwn ? t('sms.you') : message.kind === 'agent' ? message.from.name : message.name;
    return t('sms.said', { sender, time: formatTime(message.at, reader) }) + message.text;
  }

  useLayoutEffect(() => {
    onMarks(isEmpty ? undefined : { draw: (pieces, isCurrent) => drawMarked(pieces, query, isCurrent), current });
    setReady(chosen);
  }, [onMarks, isEmpty, query, current, chosen]);
  useLayoutEffect(() => {
    if (ready && log.current) showMatch(log.current);
  }, [log, ready]);
  useLayoutEffect(() => () => onMarks(undefined), [onMarks]);
  useLayoutEffect(() => find.field.current?.focus({ preventScroll: true }), [find.field]);

  function onKeyDown(event: KeyboardEvent): void {
    const isEnter = event.key === 'Enter' && event.target === find.field.current;
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !isEnter)) return;
    event.preventDefault();
    if (isEnter) step(event.shiftKey ? 'later' : 'earlier');
    else find.close();
  }

  const label = t('shortcut.sms.find');
  return (
    <div className="sms-find" part={part('find')} role="search" aria-label={label} onKeyDown={onKeyDown}>
      <input
        ref={find.field}
        type="search"
        className="sms-find-field"
        part={part('find-field')}
        aria-label={label}
        aria-keyshortcuts={keys?.aria}
        placeholder={label}
        dir={query === '' ? undefined : 'auto'}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="sms-find-count" part={part('find-count')}>
        {count}
      </span>
      <IconButton
        icon={ExpandIcon}
        className="sms-find-earlier"
        label={t('sms.find.earlier')}
        onClick={() => step('earlier')}
      />
      <IconButton icon={ExpandIcon} label={t('sms.find.later')} onClick={() => step('later')} />
      <IconButton icon={CloseIcon} label={t('sms.find.close')} onClick={find.close} />
      {status !== undefined && (
        <p className="sms-find-status" part={part('find-status')}>
          <span>{status}</span>
          {earlier.more && (
            <Button variant="quiet" size="sm" busy={further.isLooking} onClick={further.look}>
              {earlier.failure ? t('common.tryAgain') : t('sms.find.further')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
