import { useState } from 'react';
import { backendNow } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import type { Interaction } from '@baton/contracts';
import { useTexts } from '../texts';
import type { Wording } from '../texts';

/** A command of this window that has failed. */
export interface Problem {
  title: Wording;
  help: Wording;
}

/** The latest problem of each conversation, until it is dismissed; for as long as the module is mounted. */
export type Problems = Map<string, ShownProblem | undefined>;

/** With its time, in backend time. */
type ShownProblem = Problem & { at: number };

/**
 * The latest problem of a conversation. Reporting one announces it; reported while another conversation is in front, it
 * is shown when the agent comes back.
 */
export function useProblem(
  { id, assignedAt }: Interaction,
  problems: Problems,
): {
  shown: ShownProblem | undefined;
  report(problem: Problem): void;
  dismiss(): void;
} {
  const { desktop, clock, adapters } = useHost();
  const { t } = useTexts();
  // A conversation that comes back later has none.
  const key = `${id} ${assignedAt}`;
  const [shown, setShown] = useState(problems.get(key));

  function show(problem?: ShownProblem) {
    problems.set(key, problem);
    setShown(problem);
  }

  return {
    shown,
    report(problem) {
      const { title, help } = problem;
      show({ ...problem, at: backendNow(desktop.getState(), clock) });
      adapters.announcer.announce(
        t('sms.banner.announce', { title: t(title.id, title.values), help: t(help.id, help.values) }),
        { priority: 'assertive' },
      );
    },
    dismiss: () => show(),
  };
}
