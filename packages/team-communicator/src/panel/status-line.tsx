import { useHost } from '@baton/module-kit';
import { ProblemIcon, SentIcon, useAnnounce } from '@baton/ui';
import { useEffect, useRef } from 'react';
import { useElapsed } from '../search/use-elapsed';
import { useTexts } from '../texts';
import type { TargetFilterValue } from './target-filter';
import type { Feedback } from './use-feedback';
import { part } from '../parts';

const countAfterMs = 500;
const longWaitMs = 1000;

interface StatusLineProps {
  /** The text in the search field, trimmed. */
  wanted: string;
  filter: TargetFilterValue;
  /** Whether the results shown answer it. */
  settled: boolean;
  /** Whether the search has failed and no retry is under way. */
  failed: boolean;
  total: number | { atLeast: number } | undefined;
  /** The age of the presence shown, where it is not live. */
  lastUpdated: string | undefined;
  /** No results have been shown yet. */
  loading: boolean;
  feedback: Feedback | undefined;
}

/** The number of results and their age, a slow or failed search, or the outcome of an action: shown in one line, and announced. */
export function StatusLine({
  wanted,
  filter,
  settled,
  failed,
  total,
  lastUpdated,
  loading,
  feedback,
}: StatusLineProps) {
  const { t } = useTexts();
  const countOf = (known: number | { atLeast: number }) =>
    typeof known === 'number'
      ? t('team.results', { count: known })
      : t('team.results.atLeast', { count: known.atLeast });
  const slow = useElapsed(!settled && !failed && !loading, longWaitMs);
  const slowStart = useElapsed(loading, longWaitMs);
  const asked = wanted !== '' || filter !== 'all';
  const count = asked && settled && total !== undefined ? countOf(total) : '';

  useSpoken(slow ? t('team.searching') : slowStart ? t('team.loading') : '', 0, '');
  useSpoken(failed ? `${t('team.error')}. ${t('team.errorHelp')}` : '', 0, '');
  useSpoken(
    total === 0 && count !== '' && wanted !== '' ? t('team.empty.query', { query: wanted }) : count,
    countAfterMs,
    `${filter} ${wanted}`,
  );

  if (feedback) {
    return (
      <p className={`tc-status tc-status-${feedback.severity}`} part={part('status', `status-${feedback.severity}`)}>
        {feedback.severity === 'problem' ? <ProblemIcon /> : <SentIcon />}
        <span>{feedback.text}</span>
      </p>
    );
  }
  return (
    <p className="tc-status" part={part('status')}>
      {slow ? t('team.searching') : [count, lastUpdated].filter(Boolean).join(' · ')}
    </p>
  );
}

/** Announces a text once, not before `restMs` after `question` last changed. */
function useSpoken(text: string, restMs: number, question: string): void {
  const { clock } = useHost();
  const announce = useAnnounce();
  const changedAt = useRef(0);

  useEffect(() => {
    changedAt.current = clock.now();
  }, [clock, question]);

  useEffect(() => {
    if (text === '') return undefined;
    return clock.setTimeout(() => announce(text), Math.max(0, changedAt.current + restMs - clock.now()));
  }, [announce, clock, question, restMs, text]);
}
