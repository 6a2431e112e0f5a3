import { useCallback, useState } from 'react';
import { backendNow } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import { useTexts } from '../texts';
import type { Wording } from '../texts';

/** A command of this window that has failed. */
export interface Problem {
  title: Wording;
  help: Wording;
}

/** The latest problem of this window, and its time, in backend time. Reporting a problem announces it. */
export function useProblem(): {
  shown: (Problem & { at: number }) | undefined;
  report(problem: Problem): void;
  dismiss(): void;
} {
  const { desktop, clock, adapters } = useHost();
  const { announcer } = adapters;
  const { t } = useTexts();
  const [shown, setShown] = useState<Problem & { at: number }>();

  const report = useCallback(
    (problem: Problem) => {
      const { title, help } = problem;
      setShown({ ...problem, at: backendNow(desktop.getState(), clock) });
      announcer.announce(
        t('sms.banner.announce', { title: t(title.id, title.values), help: t(help.id, help.values) }),
        { priority: 'assertive' },
      );
    },
    [desktop, clock, announcer, t],
  );

  return { shown, report, dismiss: useCallback(() => setShown(undefined), []) };
}
