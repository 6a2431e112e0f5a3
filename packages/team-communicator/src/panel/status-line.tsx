import { useHost } from '@baton/module-kit';
import { ProblemIcon, SentIcon, useAnnounce } from '@baton/ui';
import { useEffect, useRef } from 'react';
import { useElapsed } from '../search/use-elapsed';
import { useTexts } from '../texts';
import type { KindFilter } from './type-filter';
import type { Feedback } from './use-feedback';
import { part } from '../parts';

const countAfter = 500;
const longWait = 1000;

interface StatusLineProps {
  /** What the agent looks for. */
  wanted: string;
  filter: KindFilter;
  /** Whether the results on screen answer it. */
  settled: boolean;
  /** Whether the directory has no answer to it, and is not asked again. */
  failed: boolean;
  total: number | undefined;
  /** Nothing was shown yet. */
  loading: boolean;
  feedback: Feedback | undefined;
}

/** How many results there are, whether it takes long or has failed, what became of an action: one quiet line, and spoken. */
export function StatusLine({ wanted, filter, settled, failed, total, loading, feedback }: StatusLineProps) {
  const { t } = useTexts();
  const slow = useElapsed(!settled && !failed && !loading, longWait);
  const slowStart = useElapsed(loading, longWait);
  const asked = wanted !== '' || filter !== 'all';
  const count = asked && settled && total !== undefined ? t('team.results', { count: total }) : '';

  useSpoken(slow ? t('team.searching') : slowStart ? t('common.loading', { name: t('team.loading') }) : '', 0, '');
  useSpoken(failed ? `${t('team.error')}. ${t('team.errorHelp')}` : '', 0, '');
  useSpoken(
    total === 0 && count !== '' && wanted !== '' ? t('team.empty.query', { query: wanted }) : count,
    countAfter,
    `${filter} ${wanted}`,
  );

  if (feedback) {
    return (
      <p className={`tc-status tc-status-${feedback.severity}`} part={part('status', `status-${feedback.severity}`)}>
        {feedback.severity === 'problem' ? <ProblemIcon /> : <SentIcon />}
        {feedback.text}
      </p>
    );
  }
  return (
    <p className="tc-status" part={part('status')}>
      {slow ? t('team.searching') : count}
    </p>
  );
}

/** Speaks a text once, not before `rest` ms after `question` last changed. */
function useSpoken(text: string, rest: number, question: string): void {
  const { clock } = useHost();
  const announce = useAnnounce();
  const changedAt = useRef(0);

  useEffect(() => {
    changedAt.current = clock.now();
  }, [clock, question]);

  useEffect(() => {
    if (text === '') return undefined;
    return clock.setTimeout(() => announce(text), Math.max(0, changedAt.current + rest - clock.now()));
  }, [announce, clock, question, rest, text]);
}
